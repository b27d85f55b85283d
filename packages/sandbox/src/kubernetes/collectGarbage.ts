import { VersionedObjects } from './VersionedObjects';
import { RESOURCE_TYPES } from './ResourceType';

/** Removes objects whose owners are gone, after each deletion, as the garbage collector does. */
export function collectGarbage(objects: VersionedObjects): void {
  objects.subscribe(({ type, object }) => {
    if (type !== 'DELETED') {
      return;
    }
    const { uid } = object.metadata;
    setImmediate(() => {
      for (const resource of RESOURCE_TYPES) {
        objects
          .list(resource)
          .filter(({ metadata }) =>
            metadata.ownerReferences?.some(owner => owner.uid === uid),
          )
          .forEach(dependent => objects.remove(resource, dependent));
      }
    });
  });
}
