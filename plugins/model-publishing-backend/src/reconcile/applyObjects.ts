import { ConflictError } from '@backstage/errors';
import { PUBLICATION_LABEL } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { RenderedObject } from '../rendering/RenderedObject';
import { isApplied } from '../rendering/isApplied';
import { ObservedObjects } from './ObservedObjects';

/**
 * Makes a group of objects equal to what was rendered, side by side. What is equal already is not written.
 *
 * @returns the objects that were written
 * @throws ConflictError when a name is taken by an object that is not ours; it is never overwritten
 */
export async function applyObjects(
  group: RenderedObject[],
  observed: ObservedObjects,
): Promise<RenderedObject[]> {
  const outdated = group.filter(
    rendered => !isApplied(rendered, observed.get(rendered)),
  );
  for (const rendered of outdated) {
    requireOurs(rendered, observed.get(rendered));
  }
  await Promise.all(outdated.map(rendered => observed.apply(rendered)));
  return outdated;
}

function requireOurs(
  rendered: RenderedObject,
  live: KubernetesObject | undefined,
): void {
  const owner = rendered.metadata.labels?.[PUBLICATION_LABEL];
  if (live && owner !== live.metadata.labels?.[PUBLICATION_LABEL]) {
    throw new ConflictError(
      `${rendered.kind} "${rendered.metadata.name}" exists and does not belong to this publication; remove it first`,
    );
  }
}
