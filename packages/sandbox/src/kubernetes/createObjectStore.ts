import { isDeepStrictEqual } from 'node:util';
import { ObjectStore } from './ObjectStore';
import { ServedType, typeOfKind, typeOfPlural } from './kinds/resourceTypes';
import { ObjectTables } from './store/ObjectTables';
import { ObjectWriter } from './writes/ObjectWriter';

const seeder = 'sandbox';

/** The objects for parts of the same process, under the same rules as through HTTP. */
export function createObjectStore(
  tables: ObjectTables,
  writer: ObjectWriter,
): ObjectStore {
  return {
    list: (plural, group, namespace) =>
      tables.tableOf(requireType(plural, group)).list(namespace),
    get: (plural, group, namespace, name) =>
      tables.tableOf(requireType(plural, group)).get(namespace, name),
    subscribe: listener => tables.subscribe(listener),
    writeStatus: ({ plural, group, namespace, name }, status, manager) => {
      const type = requireType(plural, group);
      const live = tables.tableOf(type).get(namespace, name);
      if (live && !isDeepStrictEqual(live.status, status)) {
        const target = {
          type,
          namespace,
          name,
          subresource: 'status' as const,
        };
        writer.patch(target, object => ({ ...object, status }), { manager });
      }
    },
    create: (object, manager = seeder) => {
      const type = typeOfKind(object.apiVersion, object.kind);
      if (!type) {
        throw new Error(
          `${object.kind} of ${object.apiVersion} is not served; add it to servedTypes`,
        );
      }
      return writer.create(type, object.metadata.namespace, object, {
        manager,
        keepStatus: true,
      });
    },
  };
}

function requireType(plural: string, group: string): ServedType {
  const type = typeOfPlural(plural, group);
  if (!type) {
    throw new Error(
      `${plural} of group "${group}" are not served; add them to servedTypes`,
    );
  }
  return type;
}
