import { ConflictError } from '@backstage/errors';
import { MAX_ALLOWED_TENANTS } from '@inference-portal/plugin-model-publishing-common';
import { StoredAccessRequest } from '../accessRequests/AccessRequestStore';
import { PreconditionFailedError } from '../errors/PreconditionFailedError';
import { etagOf } from '../publications/etagOf';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { update } from './update';
import { UseCaseDependencies } from './UseCaseDependencies';

/** How often a change is tried on top of what others change at the same time. */
const ATTEMPTS = 5;

/**
 * Lets the tenant of a request use the publication, or no longer. It is an update like any other, on exactly the
 * configuration that was read, so that tenants whom somebody else adds or removes meanwhile stay as they are.
 *
 * @returns whether anything had to be changed
 */
export async function changeAllowedTenants(
  deps: UseCaseDependencies,
  caller: Caller,
  request: StoredAccessRequest,
  change: 'add' | 'remove',
): Promise<boolean> {
  const { cluster, model, publisherTenant, tenant } = request;
  for (let attempt = 1; ; attempt++) {
    const { configuration } = await requirePublished(deps, request);
    const { allowedTenants } = configuration.authentication;
    const others = allowedTenants.filter(allowed => allowed !== tenant);
    const wanted = change === 'add' ? [...others, tenant] : others;
    if (wanted.length === allowedTenants.length) {
      return false;
    }
    requireRoomForTenants(wanted, model);
    try {
      await update(
        deps,
        caller,
        { model, tenant: publisherTenant, cluster },
        { authentication: { allowedTenants: wanted } },
        { ifMatch: etagOf(configuration) },
      );
      return true;
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** @throws ConflictError when the publication that is meant is gone, even if the model is published again */
export async function requirePublished(
  { publications }: Pick<UseCaseDependencies, 'publications'>,
  request: StoredAccessRequest,
): Promise<PublicationState> {
  const { cluster, model, publicationUid, publisherTenant } = request;
  const place = { cluster, namespace: publisherTenant };
  const found = await publications.find(place, model);
  if (found?.state.uid !== publicationUid) {
    throw new ConflictError(
      `Model "${model}" was unpublished since this was asked for; decline the request`,
    );
  }
  return found.state;
}

function requireRoomForTenants(tenants: string[], model: string): void {
  if (tenants.length > MAX_ALLOWED_TENANTS) {
    throw new ConflictError(
      `Model "${model}" is open to ${MAX_ALLOWED_TENANTS} tenants, which is the most there can be; remove one first`,
    );
  }
}
