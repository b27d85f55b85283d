import { ManagedFieldsEntry } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { compareFields } from '../fields/compareFields';
import { Fields } from '../fields/Fields';
import { fieldsOf, ownableFields } from '../fields/fieldsOf';
import {
  difference,
  FieldSet,
  intersection,
  printPath,
  union,
} from '../fields/FieldSet';
import {
  decodeManagers,
  encodeManagers,
  isSameManager,
  Manager,
  Ownership,
} from '../fields/Managers';
import { mergeApplied } from '../fields/mergeApplied';
import { pruneFields } from '../fields/pruneFields';
import { mergeRulesOf } from '../kinds/mergeRules';
import { ServedType } from '../kinds/resourceTypes';

export interface Application {
  readonly type: ServedType;
  /** What is stored, or the bare identity of what is to be created. */
  readonly live: Fields;
  /** Of the live object. */
  readonly managedFields?: readonly ManagedFieldsEntry[];
  readonly configuration: Fields;
  readonly manager: Manager;
  /** Whether fields that others hold with other values are taken from them. */
  readonly force: boolean;
  readonly now: string;
}

/**
 * Server-side apply: the configuration is laid over the object, and what the manager applied before and nobody owns
 * any more goes. Throws 409 with the fields that others hold.
 */
export function applyConfiguration({
  type,
  live,
  managedFields: previous,
  configuration,
  manager,
  force,
  now,
}: Application) {
  const rules = mergeRulesOf(type.kind);
  const applied = fieldsOf(configuration, rules);
  const owners = decodeManagers(previous);
  const own = owners.find(each => isSameManager(each.manager, manager));
  const others = owners.filter(each => each !== own);
  const merged = mergeApplied(live, ownableFields(configuration), rules);
  const object = pruneFields(merged, {
    last: own?.fields ?? new Set(),
    owned: union(applied, ...others.map(each => each.fields)),
    rules,
  });
  const changes = compareFields(live, object, { rules, builtIn: type.builtIn });
  const taken = union(changes.added, changes.modified);
  if (!force) {
    refuseConflicts(others, taken);
  }
  const remaining = others.map(each => ({
    ...each,
    fields: difference(each.fields, taken, changes.removed),
  }));
  const isChange = taken.size > 0 || changes.removed.size > 0;
  const time = isChange ? now : own?.time;
  const managedFields = encodeManagers([
    ...remaining,
    { manager, fields: applied, time },
  ]);
  return { object, managedFields };
}

function refuseConflicts(others: readonly Ownership[], taken: FieldSet): void {
  const conflicts = others.flatMap(({ manager, fields }) =>
    [...intersection(fields, taken)]
      .sort()
      .map(path => ({ owner: printManager(manager), path: printPath(path) })),
  );
  const [first] = conflicts;
  if (!first) {
    return;
  }
  const owners = [...new Set(conflicts.map(({ owner }) => owner))];
  const listed = owners.map(owner => {
    const paths = conflicts
      .filter(each => each.owner === owner)
      .map(({ path }) => `- ${path}`);
    return `conflicts with ${owner}:\n${paths.join('\n')}`;
  });
  const message =
    conflicts.length === 1
      ? `Apply failed with 1 conflict: conflict with ${first.owner}: ${first.path}`
      : `Apply failed with ${conflicts.length} conflicts: ${listed.join('\n')}`;
  throw new StatusError(409, 'Conflict', message, {
    causes: conflicts.map(({ owner, path }) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${owner}`,
      field: path,
    })),
  });
}

function printManager({
  name,
  operation,
  apiVersion,
  subresource,
}: Manager): string {
  const through = subresource ? ` with subresource "${subresource}"` : '';
  return `"${name}"${through}${
    operation === 'Update' ? ` using ${apiVersion}` : ''
  }`;
}
