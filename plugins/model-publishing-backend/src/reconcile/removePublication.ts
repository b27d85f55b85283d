import { ConflictError } from '@backstage/errors';
import { claimOf, claimRuleOf } from '../claims/claimOf';
import { needsListener } from '../listeners/neededHostnames';
import { LabelledPublication } from '../labels';
import { claimedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { isRoute, removeObject, removeRoute } from './removeRoute';

/**
 * Removes a publication whose state says `deleting`: routes, policies, backends, credentials, its listener if nobody
 * else needs it, claims, record and,
 * last of all, the state. The record goes before the state, because a record without a state reads as a request to
 * publish. A crash at any point leaves the state, and the removal goes on from it.
 *
 * Another replica may be faster, and the model be published again meanwhile. So each part goes only after a fresh look
 * at the state, and objects go by their uid, which was seen before that.
 *
 * @throws ConflictError when it is not to be removed any more; whoever calls looks at the state again
 */
export async function removePublication(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<void> {
  const confirm = () => requireDeleting(workshop, state);
  await removeObjects(workshop, state, confirm);
  if (needsListener(state, workshop.gateway)) {
    await workshop.listeners.ensure();
  }
  for (const address of claimedAddresses(state)) {
    await confirm();
    await workshop.claims.release(
      state,
      claimOf(address, claimRuleOf(workshop, state)),
    );
  }
  await confirm();
  await workshop.records(state.tenant).remove(state);
  await workshop.states.remove(state);
}

async function requireDeleting(
  { states }: Pick<PublicationWorkshop, 'states'>,
  state: PublicationState,
): Promise<void> {
  const current = await states.read(state);
  if (current?.uid !== state.uid || current.intent !== 'deleting') {
    throw new ConflictError(
      `Model "${state.model}" was removed and published again meanwhile`,
    );
  }
}

/**
 * Removes everything rendered for a publication, and its credentials. Nothing is removed before its route is gone.
 *
 * @param confirm - throws when they are not to be removed any more; asked after the objects were seen
 */
export async function removeObjects(
  {
    observed,
    credentials,
  }: Pick<PublicationWorkshop, 'observed' | 'credentials'>,
  publication: LabelledPublication,
  confirm: () => Promise<void>,
): Promise<void> {
  const objects = observed.ofPublication(publication.id);
  const seenCredentials = credentials.seen(publication);
  await confirm();
  for (const route of objects.filter(isRoute)) {
    await removeRoute(observed, route);
  }
  await Promise.all(
    objects
      .filter(object => !isRoute(object))
      .map(object => removeObject(observed, object)),
  );
  await credentials.delete(publication, seenCredentials);
}
