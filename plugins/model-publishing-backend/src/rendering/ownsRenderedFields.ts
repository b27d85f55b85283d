import { KubernetesObject } from '../cluster/defineResource';
import { isMap, isOurApply } from './fieldManager';
import { RenderedObject } from './RenderedObject';

/**
 * Whether our field manager holds every field of a rendered object, by the API server's book-keeping. Whoever
 * changes a field takes it over, so a field that is lost was changed; an atomic list is lost as a whole, also when
 * something was only added to one of its elements. Who holds a field beside us has set it to the same value.
 *
 * An object without any book-keeping tells nothing, and counts as ours.
 */
export function ownsRenderedFields(
  { metadata: { labels, annotations }, spec }: RenderedObject,
  { metadata: { managedFields = [] } }: KubernetesObject,
): boolean {
  if (managedFields.length === 0) {
    return true;
  }
  const ours = managedFields.find(isOurApply)?.fieldsV1;
  return covers(ours, { metadata: { labels, annotations }, spec });
}

/** In `fieldsV1`, `f:<name>` stands for each field; one that is held as a whole has an empty object. */
function covers(fields: unknown, value: unknown): boolean {
  if (!isMap(fields)) {
    return false;
  }
  if (!isMap(value) || Object.keys(fields).length === 0) {
    return true;
  }
  return Object.entries(value).every(
    ([name, inner]) =>
      inner === undefined || covers(fields[`f:${name}`], inner),
  );
}
