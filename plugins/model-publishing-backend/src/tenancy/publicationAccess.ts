import { Visibility } from '@inference-portal/plugin-model-publishing-common';
import { Principal } from './Principal';
import { TenantAccess } from './TenantAccess';

/** What the decision depends on; a `PublicationState` has it. */
export interface AccessiblePublication {
  cluster: string;
  /** The publishing tenant. */
  tenant: string;
  configuration: {
    visibility: Visibility;
    /** Tenants of the publication's own cluster. */
    authentication: { allowedTenants: string[] };
  };
}

/**
 * What a caller is to a publication, the most that applies:
 * a publisher owns the publishing tenant or is an admin and may change it; a consumer owns an allowed tenant and has
 * keys, limits and usage of its own; a viewer may know that it exists and ask for access.
 */
export type PublicationAccess = 'publisher' | 'consumer' | 'viewer';

/**
 * Decides what a caller is to a publication. Pure.
 *
 * @returns undefined when the publication must look as if it did not exist
 */
export function publicationAccessOf(
  principal: Principal,
  publication: AccessiblePublication,
  access: Pick<TenantAccess, 'isAdmin' | 'ownedTenants'>,
): PublicationAccess | undefined {
  if (access.isAdmin(principal)) {
    return 'publisher';
  }
  const owned = access.ownedTenants(principal);
  const ownsOneOf = (tenants: string[]) =>
    owned.some(
      ({ cluster, namespace }) =>
        cluster === publication.cluster && tenants.includes(namespace),
    );
  if (ownsOneOf([publication.tenant])) {
    return 'publisher';
  }
  const { visibility, authentication } = publication.configuration;
  const isConsumer = ownsOneOf(authentication.allowedTenants);
  switch (visibility) {
    case 'private':
      return undefined;
    case 'consumers':
      return isConsumer ? 'consumer' : undefined;
    case 'portal':
      if (isConsumer) {
        return 'consumer';
      }
      // Nobody can approve what a service without a tenant of its own would ask for.
      return principal.kind === 'user' || owned.length > 0
        ? 'viewer'
        : undefined;
    default:
      throw new Error(`Unexpected visibility ${visibility satisfies never}`);
  }
}
