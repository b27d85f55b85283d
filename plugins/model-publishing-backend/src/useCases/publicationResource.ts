import { PublicationResource } from '../tenancy/Caller';
import { PublicationState } from '../state/PublicationState';

/** A publication as permission rules see it. */
export function resourceOf(state: PublicationState): PublicationResource {
  return {
    id: state.id,
    cluster: state.cluster,
    tenantId: state.tenant,
    modelType: state.configuration.modelType,
    allowedTenants: state.configuration.authentication.allowedTenants,
  };
}
