import { ServiceUnavailableError } from '@backstage/errors';
import { claimOf } from '../claims/ClaimStore';
import { KubernetesObject } from '../cluster/defineResource';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { LabelledPublication } from '../labels';
import { claimedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/**
 * Removes a publication whose state says `deleting`: routes, policies, backends, credentials, claims, record and,
 * last of all, the state. The record goes before the state, because a record without a state reads as a request to
 * publish. A crash at any point leaves the state, and the removal goes on from it.
 */
export async function removePublication(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<void> {
  await removeObjects(workshop, state);
  for (const address of claimedAddresses(state)) {
    await workshop.claims.release(state, claimOf(address));
  }
  await workshop.records(state.tenant).remove(state);
  await workshop.states.remove(state);
}

/** Removes everything rendered for a publication, and its credentials. Nothing is removed before its route is gone. */
export async function removeObjects(
  {
    observed,
    credentials,
  }: Pick<PublicationWorkshop, 'observed' | 'credentials'>,
  publication: LabelledPublication,
): Promise<void> {
  const objects = observed.ofPublication(publication.id);
  const isRoute = (object: KubernetesObject) => object.kind === HttpRoute.kind;
  for (const route of objects.filter(isRoute)) {
    await observed.delete(route);
    if (await observed.exists(route)) {
      throw new ServiceUnavailableError(
        `${route.kind} "${route.metadata.name}" is still being removed; something holds it by a finalizer`,
      );
    }
  }
  await Promise.all(
    objects
      .filter(object => !isRoute(object))
      .map(object => observed.delete(object)),
  );
  await credentials.delete(publication);
}
