import { claimOf } from '../claims/ClaimStore';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { FieldConflictError } from '../errors/requestProblems';
import { RenderedObject } from '../rendering/RenderedObject';
import { PublicationState } from '../state/PublicationState';
import { applyObjects } from './applyObjects';
import { renderState } from './renderState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { sweepKeys } from './sweepKeys';

/**
 * Makes the cluster serve a publication as its state says. Each step leaves the model closed or fully guarded:
 * routes that are not to be go first, then guard, credentials, policies, backends, routes.
 *
 * @returns the objects that had to be written
 */
export async function servePublication(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<RenderedObject[]> {
  const { guard, credentials, observed } = workshop;
  await guard.ensure();
  await holdClaim(workshop, state);
  await workshop.records(state.tenant).write(state);
  await credentials.ensure(state);
  await sweepKeys(workshop, state);

  const rendered = renderState(workshop, state);
  const all = [...rendered.routes, ...rendered.policies, ...rendered.backends];
  await prune(workshop, state.id, all, HttpRoute.kind);
  const written = [
    ...(await applyObjects(rendered.policies, observed)),
    ...(await applyObjects(rendered.backends, observed)),
    ...(await applyObjects(rendered.routes, observed)),
  ];
  await prune(workshop, state.id, all);
  return written;
}

async function holdClaim(
  { claims }: PublicationWorkshop,
  state: PublicationState,
): Promise<void> {
  const { publicHostname, externalPath } = state.configuration;
  if ((await claims.take(state, claimOf(state.configuration))) !== state.id) {
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
