import Typography from '@material-ui/core/Typography';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';
import { KeyNeed } from './KeyNeed';

/** Whether callers need a key, and whether that can change. */
export function KeysSection({ publication }: PublicationTabProps) {
  const t = useTexts();
  const { cluster, tenantId: tenant, modelType } = publication;
  const { requireApiKey } = publication.authentication;
  const options = usePublishingOptions({ cluster, tenant });
  // Asking for keys again is always possible.
  const isAllowed = !requireApiKey || options.data?.allowAnonymous === true;
  if (modelType === 'traditional' && isAllowed) {
    return (
      <Section title={t('access.keys.title')}>
        <KeyNeed publication={publication} />
      </Section>
    );
  }
  return (
    <Section title={t('access.keys.title')}>
      <Typography>
        {t(requireApiKey ? 'access.keys.needed' : 'access.keys.openToAll')}
      </Typography>
      {(modelType === 'openai' || options.data) && (
        <Typography variant="body2" color="textSecondary">
          {t(isAllowed ? 'access.keys.fixed' : 'access.keys.off')}
        </Typography>
      )}
    </Section>
  );
}
