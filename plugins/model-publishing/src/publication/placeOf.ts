import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { PublicationPlace } from './PublicationPlace';

/** How addresses name a publication. */
export function placeOf({
  cluster,
  tenantId: tenant,
  modelName: model,
}: Pick<Publication, 'cluster' | 'tenantId' | 'modelName'>): PublicationPlace {
  return { cluster, tenant, model };
}
