import { KubernetesObject } from '../defineResource';
import { fieldsV1Of, mergeApplied } from './mergeFields';

const MANAGER = { manager: 'model-publishing', operation: 'Apply' };

/** The part of an object that an apply of ours sets, and holds from then on. */
export function appliedFieldsOf({
  metadata: { labels, annotations },
  spec,
  data,
  type,
}: KubernetesObject) {
  return structuredClone({
    metadata: { labels, annotations },
    spec,
    data,
    type,
  });
}

/** What an apply makes of an object, with the book-keeping of what we hold. */
export function appliedObject(
  object: KubernetesObject,
  live: KubernetesObject | undefined,
  previous: unknown,
): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  const { name, namespace } = metadata;
  const base = live ?? { apiVersion, kind, metadata: { name, namespace } };
  const applied = appliedFieldsOf(object);
  const merged = mergeApplied(base, previous, applied) as KubernetesObject;
  merged.metadata.managedFields = [
    { ...MANAGER, fieldsV1: fieldsV1Of(applied) },
  ];
  return merged;
}
