import { ManagedFieldsEntry } from '../ObjectStore';
import { compareFields } from '../fields/compareFields';
import { difference, FieldSet, union } from '../fields/FieldSet';
import {
  decodeManagers,
  encodeManagers,
  isSameManager,
  Manager,
  withFieldsOf,
} from '../fields/Managers';
import { mergeRulesOf } from '../kinds/mergeRules';
import { ServedType } from '../kinds/resourceTypes';

/**
 * Who owns what after a create, an update or a patch: the writer gets what it changed, and everybody else loses it.
 * What is gone belongs to nobody.
 */
export function managersAfterUpdate(
  type: ServedType,
  before: { metadata?: { managedFields?: ManagedFieldsEntry[] } },
  after: object,
  { manager, now }: { manager: Manager; now: string },
): ManagedFieldsEntry[] {
  const rules = mergeRulesOf(type.kind);
  const changes = compareFields(before, after, {
    rules,
    builtIn: type.builtIn,
  });
  const isOutOfReach = (path: string) =>
    type.hasStatus && !manager.subresource && path.startsWith('f:status');
  const taken = difference(
    union(changes.added, changes.modified),
    new Set([...changes.added, ...changes.modified].filter(isOutOfReach)),
  );
  const owners = decodeManagers(before.metadata?.managedFields);
  const own: FieldSet =
    owners.find(each => isSameManager(each.manager, manager))?.fields ??
    new Set();
  const others = owners.map(each =>
    isSameManager(each.manager, manager)
      ? each
      : { ...each, fields: difference(each.fields, taken, changes.removed) },
  );
  const fields = union(difference(own, changes.removed), taken);
  return encodeManagers(withFieldsOf(others, manager, fields, now));
}
