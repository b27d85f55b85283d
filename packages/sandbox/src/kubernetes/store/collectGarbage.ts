import { KubernetesObject, OwnerReference } from '../ObjectStore';
import { ServedType } from '../kinds/resourceTypes';
import { ObjectTables } from './ObjectTables';

interface Stored {
  readonly type: ServedType;
  readonly object: KubernetesObject;
}

/**
 * Deletes objects all of whose owners are gone, and the content of namespaces that are being deleted. Like the real
 * controllers, it works shortly after the change and honours finalizers: `remove` is the API's own deletion.
 */
export function collectGarbage(
  tables: ObjectTables,
  remove: (type: ServedType, object: KubernetesObject) => void,
): void {
  const dependents = new Map<string, Set<string>>();
  const objects = new Map<string, Stored>();

  const remember = (type: ServedType, object: KubernetesObject) => {
    const { uid, ownerReferences = [] } = object.metadata;
    objects.set(uid, { type, object });
    ownerReferences.forEach(owner =>
      dependents.set(
        owner.uid,
        (dependents.get(owner.uid) ?? new Set()).add(uid),
      ),
    );
  };
  const isGone = (owner: OwnerReference, namespace?: string) => {
    const metadata = objects.get(owner.uid)?.object.metadata;
    return (
      !metadata ||
      (metadata.namespace !== undefined && metadata.namespace !== namespace)
    );
  };
  const collect = (uid: string) => {
    const stored = objects.get(uid);
    const {
      ownerReferences = [],
      namespace,
      deletionTimestamp,
    } = stored?.object.metadata ?? {};
    if (
      stored &&
      !deletionTimestamp &&
      ownerReferences.length > 0 &&
      ownerReferences.every(owner => isGone(owner, namespace))
    ) {
      remove(stored.type, stored.object);
    }
  };

  for (const table of tables.tables()) {
    table.list().forEach(object => remember(table.type, object));
  }
  tables.subscribe(({ type, resource, object }) => {
    const { uid, ownerReferences } = object.metadata;
    if (type === 'DELETED') {
      objects.delete(uid);
      setImmediate(() => dependents.get(uid)?.forEach(collect));
      return;
    }
    remember(resource, object);
    if (ownerReferences?.length) {
      setImmediate(() => collect(uid));
    }
  });
}
