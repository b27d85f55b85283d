import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Labelled } from '../feedback/Labelled';
import { LimitsText } from '../limits/LimitsText';
import { TenantLimits } from '../limits/TenantLimits';
import { PublicationTabProps } from '../publication/PublicationTab';
import { RequestAccess } from '../requests/RequestAccess';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';
import { PublicNotice } from './PublicNotice';

/** What those may do to whom the publisher has given access. */
export function ConsumerAccess({ publication }: PublicationTabProps) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const { cluster, tenantId, modelName, rateLimiting } = publication;
  const { allowedTenants, requireApiKey } = publication.authentication;
  const place = { cluster, tenant: tenantId, model: modelName };
  return (
    <>
      <Section title={t('access.yours.title')}>
        {requireApiKey ? (
          <Typography paragraph>{t('access.yours.explanation')}</Typography>
        ) : (
          <PublicNotice />
        )}
        <Labelled label={t('access.yours.tenants')}>
          <Typography variant="body2">{allowedTenants.join(', ')}</Typography>
        </Labelled>
        <Labelled label={t('access.yours.limits')}>
          <Typography variant="body2">
            <LimitsText limits={rateLimiting} />
          </Typography>
          <TenantLimits perTenant={rateLimiting.perTenant} />
        </Labelled>
        <Typography paragraph variant="body2" color="textSecondary">
          {t('access.yours.changes')}
        </Typography>
        {requireApiKey && (
          <Link to={publicationPath({ ...place, tab: 'keys' })}>
            {t('access.yours.toKeys')}
          </Link>
        )}
      </Section>
      <RequestAccess publication={publication} />
    </>
  );
}
