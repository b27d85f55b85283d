import { ConflictError } from '@backstage/errors';
import { PUBLICATION_LABEL } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { RenderedObject } from '../rendering/RenderedObject';
import { isOurApply } from '../rendering/fieldManager';
import { isApplied } from '../rendering/isApplied';
import { strayFields, withoutStrayFields } from '../rendering/strayFields';
import { ObservedObjects } from './ObservedObjects';
import { untilReleased } from './removeRoute';

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
  const outdated = group.filter(rendered => {
    const live = observed.get(rendered);
    return (
      !isApplied(rendered, live) || strayFieldsOf(rendered, live).length > 0
    );
  });
  for (const rendered of outdated) {
    requireOurs(rendered, observed.get(rendered));
  }
  await Promise.all(outdated.map(rendered => write(rendered, observed)));
  return outdated;
}

/** Server-side apply cannot remove what somebody else has added, so such an object is replaced first. */
async function write(
  rendered: RenderedObject,
  observed: ObservedObjects,
): Promise<void> {
  const live = observed.get(rendered);
  if (live?.metadata.deletionTimestamp) {
    // It has to go before it can come back.
    await untilReleased(observed, live);
  }
  if (
    live &&
    !live.metadata.deletionTimestamp &&
    strayFieldsOf(rendered, live).length > 0
  ) {
    await observed.replace(withoutStrayFields(rendered, live));
  }
  await observed.apply(rendered);
}

function strayFieldsOf(
  rendered: RenderedObject,
  live: KubernetesObject | undefined,
): string[] {
  return live ? strayFields(rendered, live) : [];
}

function requireOurs(
  rendered: RenderedObject,
  live: KubernetesObject | undefined,
): void {
  const owner = rendered.metadata.labels?.[PUBLICATION_LABEL];
  // Labels can be lost by hand; that we have applied the object before cannot.
  const isOurs =
    owner === live?.metadata.labels?.[PUBLICATION_LABEL] ||
    live?.metadata.managedFields?.some(isOurApply);
  if (live && !isOurs) {
    throw new ConflictError(
      `${rendered.kind} "${rendered.metadata.name}" exists and does not belong to this publication; remove it first`,
    );
  }
}
