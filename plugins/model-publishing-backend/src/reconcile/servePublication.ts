import { claimOf } from '../claims/ClaimStore';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { FieldConflictError } from '../errors/requestProblems';
import { routeNameOf } from '../names';
import { RenderedObject } from '../rendering/RenderedObject';
import { PublicationState } from '../state/PublicationState';
import { applyObjects } from './applyObjects';
import { renderState } from './renderState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { sweepKeys } from './sweepKeys';

/**
 * Makes the cluster serve a publication as its state says. What must not be is ended first, so that nothing that goes
 * wrong later keeps it: keys that have ended, routes that are not to be, limits and tenants that have changed. Then each
 * step leaves the model closed or fully guarded: guard, credentials, backends, routes.
 *
 * @returns the objects that had to be written
 */
export async function servePublication(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<RenderedObject[]> {
  const { guard, credentials, observed } = workshop;
  await sweepKeys(workshop, state);
  const rendered = renderState(workshop, state);
  const all = [...rendered.routes, ...rendered.policies, ...rendered.backends];
  await prune(workshop, state.id, all, HttpRoute.kind);
  const policies = await applyObjects(rendered.policies, observed);
  await holdClaim(workshop, state);
  await guard.ensure();
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
    claimOf(state.configuration),
  );
  if (holder !== state.id) {
    const { id, model, configuration } = state;
    const lost = workshop.observed.find(HttpRoute.kind, {
      namespace: workshop.gateway.namespace,
      name: routeNameOf(id, model, configuration),
    });
    if (lost) {
      await workshop.observed.delete(lost);
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
  kind?: string,
): Promise<void> {
  const kept = new Set(
    rendered.map(object => `${object.kind}/${object.metadata.name}`),
  );
  for (const object of observed.ofPublication(id)) {
    const isMeant = kind === undefined || object.kind === kind;
    if (isMeant && !kept.has(`${object.kind}/${object.metadata.name}`)) {
      await observed.delete(object);
    }
  }
}
