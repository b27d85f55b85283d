import { useRouteRef } from '@backstage/core-plugin-api';
import { publicationRouteRef, publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { ModelPublicationState } from './useModelPublication';

/** Where more is found than a card shows: the page of the publication, or the list of all. */
export function useModelLink(state: ModelPublicationState): {
  path: string;
  text: string;
} {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const publishedPath = useRouteRef(publishedRouteRef);
  if (state.status !== 'published') {
    return { path: publishedPath(), text: t('card.all') };
  }
  const { cluster, tenantId: tenant, modelName: model } = state.publication;
  return {
    path: publicationPath({ cluster, tenant, model, tab: 'overview' }),
    text: t('entity.open'),
  };
}
