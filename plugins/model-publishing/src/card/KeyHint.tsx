import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { PublicNotice } from '../access/PublicNotice';
import { KnownPublication } from '../api/usePublication';
import { Labelled } from '../feedback/Labelled';
import { RequestAccess } from '../requests/RequestAccess';
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
  if (access === 'viewer') {
    return (
      <Labelled label={t('entity.access')}>
        <Typography variant="body2" gutterBottom>
          {t('entity.noAccess', { tenant })}
        </Typography>
        <RequestAccess publication={publication} />
      </Labelled>
    );
  }
  return (
    <Labelled label={t('card.key')}>
      <Typography variant="body2" gutterBottom>
        {apiKeyHint ? <code>{apiKeyHint}</code> : t('entity.noKey')}
      </Typography>
      <Link to={publicationPath({ cluster, tenant, model, tab: 'keys' })}>
        {t(apiKeyHint ? 'entity.manageKeys' : 'entity.createKey')}
      </Link>
    </Labelled>
  );
}
