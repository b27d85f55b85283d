import { claimOf, claimRuleOf } from '../claims/claimOf';
import { KubernetesObject } from '../cluster/defineResource';
import { FieldConflictError } from '../errors/requestProblems';
import { needsListener } from '../listeners/neededHostnames';
import { infoNameOf, routeNameOf } from '../names';
import { RenderedObject } from '../rendering/RenderedObject';
import { PublicationState } from '../state/PublicationState';
import { applyObjects } from './applyObjects';
import { isRoute, removeRoute } from './removeRoute';
import { renderState } from './renderState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { sweepKeys } from './sweepKeys';

/**
 * Makes the cluster serve a publication as its state says. What must not be is ended first, so that nothing that goes
 * wrong later keeps it: keys that have ended, routes that are not to be, limits and tenants that have changed. Then each
 * step leaves the model closed or fully guarded: guard, listener, credentials, backends, routes.
 *
 * @returns the objects that had to be written
 */
export async function servePublication(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<RenderedObject[]> {
  const { gateway, guard, listeners, credentials, observed } = workshop;
  await sweepKeys(workshop, state);
  const rendered = renderState(workshop, state);
  const all = [...rendered.routes, ...rendered.policies, ...rendered.backends];
  await prune(workshop, state.id, all, isRoute);
  const policies = await applyObjects(rendered.policies, observed);
  await holdClaim(workshop, state);
  await guard.ensure();
  // Its own only: a neighbour's that cannot be made must not keep it from being served.
  if (needsListener(state, gateway)) {
    await listeners.ensure(state);
  }
  await credentials.ensure(state);
  const written = [
    ...policies,
    ...(await applyObjects(rendered.backends, observed)),
    ...(await applyObjects(rendered.routes, observed)),
  ];
  await prune(workshop, state.id, all);
  return written;
}

/**
 * Holds the claim of the present address. Where it was lost, the route goes: the address is somebody else's.
 *
 * @throws FieldConflictError
 */
async function holdClaim(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<void> {
  const { publicHostname, externalPath } = state.configuration;
  const holder = await workshop.claims.take(
    state,
    claimOf(state.configuration, claimRuleOf(workshop, state)),
  );
  if (holder !== state.id) {
    const { id, model, configuration } = state;
    const route = routeNameOf(id, model, configuration);
    const names = [route, infoNameOf(route)];
    for (const lost of workshop.observed.ofPublication(id)) {
      if (isRoute(lost) && names.includes(lost.metadata.name)) {
        await removeRoute(workshop.observed, lost);
      }
    }
    throw new FieldConflictError(
      'config.externalPath',
      `"${externalPath}" on "${publicHostname}" is held by another published model`,
    );
  }
}

/** Removes what is not rendered (any more), routes first. */
async function prune(
  { observed }: PublicationWorkshop,
  id: string,
  rendered: RenderedObject[],
  isMeant: (object: KubernetesObject) => boolean = () => true,
): Promise<void> {
  const kept = new Set(
    rendered.map(object => `${object.kind}/${object.metadata.name}`),
  );
  for (const object of observed.ofPublication(id)) {
    const isKept = kept.has(`${object.kind}/${object.metadata.name}`);
    if (isMeant(object) && !isKept) {
      await (isRoute(object)
        ? removeRoute(observed, object)
        : observed.delete(object));
    }
  }
}
