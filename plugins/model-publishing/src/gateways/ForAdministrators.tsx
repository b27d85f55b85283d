import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** What everybody but admins sees: whom this page is for, and where to go on. */
export function ForAdministrators() {
  const t = useTexts();
  const publishedPath = useRouteRef(publishedRouteRef);
  return (
    <EmptyState
      missing="info"
      title={t('gateways.refused.title')}
      description={t('gateways.refused.description')}
      action={
        <LinkButton to={publishedPath()} variant="outlined">
          {t('gateways.refused.action')}
        </LinkButton>
      }
    />
  );
}
