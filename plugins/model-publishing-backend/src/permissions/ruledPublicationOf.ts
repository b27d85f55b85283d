import { PublicationResource } from '../tenancy/Caller';
import { TenantAccess } from '../tenancy/TenantAccess';
import { RuledPublication } from './modelPublicationResourceRef';

/** A publication with the owners of its tenants, as they are at the moment. */
export function ruledPublicationOf(
  publication: PublicationResource,
  access: Pick<TenantAccess, 'ownersOf'>,
): RuledPublication {
  const { cluster, tenantId, allowedTenants } = publication;
  return {
    ...publication,
    publisherOwners: access.ownersOf({ cluster, namespace: tenantId }),
    consumerOwners: allowedTenants.flatMap(namespace =>
      access.ownersOf({ cluster, namespace }),
    ),
  };
}
