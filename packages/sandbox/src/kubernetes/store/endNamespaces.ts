import { KubernetesObject } from '../ObjectStore';
import { ServedType, typeOfPlural } from '../kinds/resourceTypes';
import { ObjectTables } from './ObjectTables';

/** Empties namespaces that are being deleted, and removes them once they are empty. */
export function endNamespaces(
  tables: ObjectTables,
  remove: (type: ServedType, object: KubernetesObject) => void,
): void {
  const namespaceType = typeOfPlural('namespaces', '');
  if (!namespaceType) {
    return;
  }
  const advance = (name: string) => {
    const namespace = tables.tableOf(namespaceType).get(undefined, name);
    if (!namespace?.metadata.deletionTimestamp) {
      return;
    }
    const content = [...tables.tables()]
      .filter(({ type }) => type.namespaced)
      .flatMap(table =>
        table.list(name).map(object => ({ type: table.type, object })),
      );
    if (content.length === 0) {
      tables.remove(namespaceType, namespace);
    }
    content
      .filter(({ object }) => !object.metadata.deletionTimestamp)
      .forEach(({ type, object }) => remove(type, object));
  };
  tables.subscribe(({ type, resource, object }) => {
    const { name, namespace } = object.metadata;
    if (resource === namespaceType && type === 'MODIFIED') {
      setImmediate(advance, name);
    } else if (namespace && type === 'DELETED') {
      setImmediate(advance, namespace);
    }
  });
}
