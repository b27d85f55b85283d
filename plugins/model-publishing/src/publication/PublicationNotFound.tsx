import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { publishedRouteRef } from '../routes';
import { EmptyView } from '../feedback/EmptyView';
import { useTexts } from '../translation/useTexts';
import { PublicationPlace } from './PublicationPlace';

/** Says the same of what is not there and of what the user may not see. */
export function PublicationNotFound({ place }: { place: PublicationPlace }) {
  const t = useTexts();
  const listPath = useRouteRef(publishedRouteRef);
  const { cluster, tenant, model } = place;
  return (
    <EmptyView
      title={t('publication.notFound.title', { model })}
      description={t('publication.notFound.description', {
        cluster,
        tenant,
        model,
      })}
      action={
        <LinkButton to={listPath()} variant="contained" color="primary">
          {t('publication.notFound.action')}
        </LinkButton>
      }
    />
  );
}
