import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { UsageView } from './UsageView';

export interface NoUsageProps extends Pick<UsageView, 'publication'> {
  /** Whether it is known that nothing has happened. */
  isKnown: boolean;
}

/** In the place of charts that would show nothing, with the way to the first request. */
export function NoUsage({ publication, isKnown }: NoUsageProps) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const kind = isKnown ? 'empty' : 'unknown';
  return (
    <Box py={4} textAlign="center">
      <Typography variant="h6" component="h3" gutterBottom>
        {t(`usageOverTime.${kind}.title`)}
      </Typography>
      <Typography paragraph>
        {t(`usageOverTime.${kind}.description`)}
      </Typography>
      {isKnown && (
        <LinkButton
          to={publicationPath({ ...publication, tab: 'try-it' })}
          variant="contained"
          color="primary"
        >
          {t('usageOverTime.empty.action')}
        </LinkButton>
      )}
    </Box>
  );
}
