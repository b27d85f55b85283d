import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { modelsRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** Every model is published or not ready: where that is told, and a button to look again. */
export function NothingToPublish({ onRetry }: { onRetry(): void }) {
  const t = useTexts();
  const modelsPath = useRouteRef(modelsRouteRef);
  return (
    <Box p={4} textAlign="center">
      <Typography variant="h6" component="h4" gutterBottom>
        {t('wizard.model.none')}
      </Typography>
      <Typography paragraph>{t('wizard.model.noneHelp')}</Typography>
      <LinkButton to={modelsPath()} variant="contained" color="primary">
        {t('wizard.model.allModels')}
      </LinkButton>{' '}
      <Button onClick={onRetry}>{t('models.empty.action')}</Button>
    </Box>
  );
}
