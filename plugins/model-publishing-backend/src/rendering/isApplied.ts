import { KubernetesObject } from '../cluster/defineResource';
import { isMap } from './fieldManager';
import { ownsRenderedFields } from './ownsRenderedFields';
import { RenderedObject } from './RenderedObject';

/**
 * Whether server-side apply of a rendered object would change nothing: every rendered field has its value, nothing
 * that was rendered before is left over (the hash in the annotations tells), and no field was lost to somebody else.
 */
export function isApplied(
  rendered: RenderedObject,
  live: KubernetesObject | undefined,
): boolean {
  return (
    live !== undefined &&
    live.metadata.deletionTimestamp === undefined &&
    contains(live, rendered) &&
    ownsRenderedFields(rendered, live)
  );
}

/** Whether a live value has all of a rendered one. Fields that the API server fills in are no difference; a longer or shorter list is one. */
export function contains(live: unknown, rendered: unknown): boolean {
  if (Array.isArray(rendered)) {
    return (
      Array.isArray(live) &&
      live.length === rendered.length &&
      rendered.every((element, index) => contains(live[index], element))
    );
  }
  if (isMap(rendered)) {
    return (
      isMap(live) &&
      Object.entries(rendered).every(
        ([name, value]) => value === undefined || contains(live[name], value),
      )
    );
  }
  return live === rendered;
}
