import { KubernetesObject } from '../ObjectStore';
import {
  badRequest,
  conflict,
  invalid,
  notFound,
} from '../errors/statusErrors';
import { Fields } from '../fields/Fields';
import { ServedType } from '../kinds/resourceTypes';
import { withSchemaDefaults } from '../kinds/schemaDefaults';
import { ObjectTables } from '../store/ObjectTables';
import { applyConfiguration } from './applyConfiguration';
import { managersAfterUpdate } from './managersAfterUpdate';
import { ObjectCommits } from './ObjectCommits';
import { ObjectTarget, WriteOptions, WriteResult } from './ObjectTarget';
import { IncomingObject, parseObject } from './parseObject';
import {
  bareObject,
  managerOf,
  prepareObject,
  withinReach,
  labelled,
} from './prepareObject';
import { refuseStale, refuseUnappliable } from './refuseWrites';

/** Creates and changes objects by the rules of the API server; refusals are `StatusError`s. */
export class ObjectWriter {
  readonly #commits: ObjectCommits;

  /** `clock` answers Unix milliseconds. */
  constructor(private readonly tables: ObjectTables, clock: () => number) {
    this.#commits = new ObjectCommits(tables, clock);
  }

  /** `keepStatus` is for seeding: a client cannot create a status. */
  create(
    type: ServedType,
    namespace: string | undefined,
    body: unknown,
    options: WriteOptions & { keepStatus?: boolean },
  ): KubernetesObject {
    const incoming = parseObject(type, { namespace }, body);
    if (incoming.metadata.resourceVersion) {
      throw badRequest(
        'resourceVersion should not be set on objects to be created',
      );
    }
    const prepared = prepareObject(type, incoming, options);
    const reachable = options.keepStatus
      ? prepared
      : withinReach(type, prepared);
    const object = withSchemaDefaults(type.kind, labelled(reachable));
    const manager = managerOf(type, options);
    const now = this.#commits.now();
    const managedFields = managersAfterUpdate(type, {}, object, {
      manager,
      now,
    });
    return this.#commits.insert(
      type,
      { object, managedFields },
      options.dryRun,
    );
  }

  replace(
    target: ObjectTarget,
    body: unknown,
    options: WriteOptions,
  ): KubernetesObject {
    const { type, name } = target;
    const live = this.#require(target);
    const incoming = parseObject(type, target, body);
    const { uid, resourceVersion } = incoming.metadata;
    if (!resourceVersion && !type.builtIn) {
      throw invalid({ ...type, kind: type.plural }, name, [
        {
          reason: 'FieldValueInvalid',
          message: 'Invalid value: 0: must be specified for an update',
          field: 'metadata.resourceVersion',
        },
      ]);
    }
    if (uid && uid !== live.metadata.uid) {
      const difference = `UID in precondition: ${uid}, UID in object meta: ${live.metadata.uid}`;
      throw conflict(type, name, `Precondition failed: ${difference}`);
    }
    return this.#update(target, live, incoming, options);
  }

  /** `change` answers what the live object is to become. */
  patch(
    target: ObjectTarget,
    change: (live: KubernetesObject) => unknown,
    options: WriteOptions,
  ): KubernetesObject {
    const live = this.#require(target);
    return this.#update(
      target,
      live,
      parseObject(target.type, target, change(live)),
      options,
    );
  }

  /** `force` takes fields from other managers instead of refusing the write. */
  apply(
    target: ObjectTarget,
    body: unknown,
    options: WriteOptions & { force: boolean },
  ): WriteResult {
    const { type, namespace, name, subresource } = target;
    const configuration = parseObject(type, target, body);
    refuseUnappliable(type, configuration, body);
    const live = this.tables.tableOf(type).get(namespace, name);
    if (subresource && !live) {
      throw notFound(type, name);
    }
    refuseStale(target, live, configuration);
    const { object, managedFields } = applyConfiguration({
      type,
      live: { ...(live ?? bareObject(configuration)) },
      managedFields: live?.metadata.managedFields,
      configuration: withinReach(
        type,
        prepareObject(type, configuration, options),
        subresource,
      ),
      manager: { ...managerOf(type, options, subresource), operation: 'Apply' },
      force: options.force,
      now: this.#commits.now(),
    });
    const merged = withSchemaDefaults(
      type.kind,
      parseObject(type, target, object),
    );
    const draft = { object: merged, managedFields };
    return live
      ? {
          object: this.#commits.update(type, live, draft, options.dryRun),
          created: false,
        }
      : {
          object: this.#commits.insert(type, draft, options.dryRun),
          created: true,
        };
  }

  #update(
    target: ObjectTarget,
    live: KubernetesObject,
    incoming: IncomingObject,
    options: WriteOptions,
  ): KubernetesObject {
    const { type, subresource } = target;
    refuseStale(target, live, incoming);
    const { status, ...rest } = prepareObject(type, incoming, options);
    const wanted: Fields = subresource
      ? { ...live, status }
      : { ...rest, status: live.status };
    if (!type.hasStatus) {
      wanted.status = status;
    }
    if (wanted.status === undefined) {
      delete wanted.status;
    }
    const object = withSchemaDefaults(
      type.kind,
      parseObject(type, target, wanted),
    );
    const manager = managerOf(type, options, subresource);
    const now = this.#commits.now();
    const managedFields = managersAfterUpdate(type, live, object, {
      manager,
      now,
    });
    return this.#commits.update(
      type,
      live,
      { object, managedFields },
      options.dryRun,
    );
  }

  #require({ type, namespace, name }: ObjectTarget): KubernetesObject {
    const live = this.tables.tableOf(type).get(namespace, name);
    if (!live) {
      throw notFound(type, name);
    }
    return live;
  }
}
