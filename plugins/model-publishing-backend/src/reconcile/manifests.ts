import { RenderedObject } from '../rendering/RenderedObject';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { renderState } from './renderState';

/** The objects of a publication as they are to be, in the order in which they are applied. None holds a secret. */
export function manifestsOf(
  workshop: Pick<
    PublicationWorkshop,
    'gateway' | 'config' | 'models' | 'clock' | 'capabilities'
  >,
  state: PublicationState,
): RenderedObject[] {
  const { policies, backends, routes } = renderState(workshop, state);
  return [...policies, ...backends, ...routes];
}

/**
 * Lets the API server check the objects of a publication, without storing anything.
 *
 * @throws InputError when it refuses one
 */
export async function validateManifests(
  workshop: PublicationWorkshop,
  state: PublicationState,
): Promise<RenderedObject[]> {
  const manifests = manifestsOf(workshop, state);
  await Promise.all(
    manifests.map(object => workshop.observed.validate(object)),
  );
  return manifests;
}
