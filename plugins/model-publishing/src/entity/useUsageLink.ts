import { useRouteRef } from '@backstage/core-plugin-api';
import { ModelPublicationState } from '../card/useModelPublication';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** To the tab with all usage of a model, for those who have something to see there. */
export function useUsageLink(
  state: ModelPublicationState,
): { path: string; text: string } | undefined {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  if (state.status !== 'published' || state.publication.access === 'viewer') {
    return undefined;
  }
  const { cluster, tenantId: tenant, modelName: model } = state.publication;
  return {
    path: publicationPath({ cluster, tenant, model, tab: 'usage' }),
    text: t('entity.usage.all'),
  };
}
