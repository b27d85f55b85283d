import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject, NewObject, ObjectStore } from './ObjectStore';
import { ServedType, typeOfKind, typeOfPlural } from './kinds/resourceTypes';
import { withSchemaDefaults } from './kinds/schemaDefaults';
import { ObjectTables } from './store/ObjectTables';
import { ObjectRemover } from './writes/ObjectRemover';
import { ObjectWriter } from './writes/ObjectWriter';

const seeder = 'sandbox';

/** The objects for parts of the same process, under the same rules as through HTTP. */
export function createObjectStore(
  tables: ObjectTables,
  writer: ObjectWriter,
  remover: ObjectRemover,
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
    write: (object, manager) => {
      const type = requireKind(object);
      const { namespace, name = '' } = object.metadata;
      const live = tables.tableOf(type).get(namespace, name);
      if (!live) {
        writer.create(type, namespace, object, { manager });
        return;
      }
      const wanted = controlled(live, object);
      if (!isDeepStrictEqual(wanted, live)) {
        writer.patch({ type, namespace, name }, () => wanted, { manager });
      }
    },
    remove: ({ plural, group, namespace, name }) => {
      const type = requireType(plural, group);
      if (tables.tableOf(type).get(namespace, name)) {
        remover.remove({ type, namespace, name });
      }
    },
    create: (object, manager = seeder) =>
      writer.create(requireKind(object), object.metadata.namespace, object, {
        manager,
        keepStatus: true,
      }),
  };
}

/** The live object with what a controller decides about it. */
function controlled(
  live: KubernetesObject,
  { kind, metadata, spec }: NewObject,
): KubernetesObject {
  const wanted = {
    labels: metadata.labels,
    annotations: metadata.annotations,
    finalizers: metadata.finalizers,
    ownerReferences: metadata.ownerReferences,
  };
  return withSchemaDefaults(kind, {
    ...live,
    spec,
    metadata: withoutUndefined({ ...live.metadata, ...wanted }),
  });
}

function withoutUndefined<T extends object>(fields: T): T {
  const copy = { ...fields };
  for (const key of Object.keys(copy) as (keyof T)[]) {
    if (copy[key] === undefined) {
      delete copy[key];
    }
  }
  return copy;
}

function requireKind({ apiVersion, kind }: NewObject): ServedType {
  const type = typeOfKind(apiVersion, kind);
  if (!type) {
    throw new Error(
      `${kind} of ${apiVersion} is not served; add it to servedTypes`,
    );
  }
  return type;
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
