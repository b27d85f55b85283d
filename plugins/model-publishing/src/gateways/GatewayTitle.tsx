import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { HealthChip } from './HealthChip';

/** The name of a gateway, how it is in one word, and where it lies. */
export function GatewayTitle({
  id,
  gateway: { name, isDefault, health, ...place },
}: {
  id: string;
  gateway: ListedGateway;
}) {
  const t = useTexts();
  const { gateway, namespace, cluster } = place;
  return (
    <Box mb={2}>
      <Box display="flex" alignItems="center" flexWrap="wrap" gridGap={8}>
        <Typography id={id} variant="h5" component="h2">
          {name}
        </Typography>
        <HealthChip health={health} />
        {isDefault && (
          <Chip
            size="small"
            variant="outlined"
            label={t('gateways.default')}
            style={{ margin: 0 }}
          />
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t('gateways.place', { gateway, namespace, cluster })}
      </Typography>
    </Box>
  );
}
