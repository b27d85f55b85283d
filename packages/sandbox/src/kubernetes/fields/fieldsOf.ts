import { MergeRules } from '../kinds/mergeRules';
import { childrenOf } from './childrenOf';
import { Fields, isFields } from './Fields';
import { childPath } from './FieldSet';

/** Metadata that the server writes and nobody owns. */
const serverMetadata = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/** The part of an object that managers can own. */
export function ownableFields(object: object): Fields {
  const {
    apiVersion: _apiVersion,
    kind: _kind,
    metadata,
    ...rest
  }: Fields = { ...object };
  const own = Object.entries(isFields(metadata) ? metadata : {}).filter(
    ([name]) => !serverMetadata.includes(name),
  );
  return own.length > 0 ? { metadata: Object.fromEntries(own), ...rest } : rest;
}

/** The set of fields that an applied configuration claims. */
export function fieldsOf(object: object, rules: MergeRules): Set<string> {
  const set = new Set<string>();
  collect(ownableFields(object), '', '', rules, set);
  return set;
}

function collect(
  value: unknown,
  path: string,
  rulePath: string,
  rules: MergeRules,
  set: Set<string>,
): void {
  const children = childrenOf(value, rulePath, rules);
  if (path && (!children?.size || rulePath.endsWith('[]'))) {
    set.add(path);
  }
  children?.forEach((child, step) =>
    collect(child.value, childPath(path, step), child.rulePath, rules, set),
  );
}
