import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { PublicNotice } from '../access/PublicNotice';
import { KnownPublication } from '../api/usePublication';
import { Labelled } from '../feedback/Labelled';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** By what the caller's key is known, or how to get one. */
export function KeyHint({ publication }: { publication: KnownPublication }) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const { cluster, tenantId: tenant, modelName: model } = publication;
  const { access, apiKeyHint, authentication } = publication;
  if (!authentication.requireApiKey) {
    return <PublicNotice />;
  }
  const pathOf = (tab: string) =>
    publicationPath({ cluster, tenant, model, tab });
  if (access === 'viewer') {
    return (
      <Labelled label={t('entity.access')}>
        <Typography variant="body2" gutterBottom>
          {t('entity.noAccess', { tenant })}
        </Typography>
        {/* The place of requests/RequestAccess. */}
        <Link to={pathOf('access')}>{t('entity.requestAccess')}</Link>
      </Labelled>
    );
  }
  return (
    <Labelled label={t('card.key')}>
      <Typography variant="body2" gutterBottom>
        {apiKeyHint ? <code>{apiKeyHint}</code> : t('entity.noKey')}
      </Typography>
      <Link to={pathOf('keys')}>
        {t(apiKeyHint ? 'entity.manageKeys' : 'entity.createKey')}
      </Link>
    </Labelled>
  );
}
