import { RequestListener } from 'node:http';
import { KubernetesObject, ObjectStore } from './ObjectStore';
import { StatusError } from './errors/StatusError';
import { Access, Account } from './http/access';
import { createRequestListener } from './http/createRequestListener';
import { AnsweredRequest } from './http/Exchange';
import { Fault } from './http/injectFault';
import { ServedType } from './kinds/resourceTypes';
import { collectGarbage } from './store/collectGarbage';
import { endNamespaces } from './store/endNamespaces';
import { ObjectTables } from './store/ObjectTables';
import { loadTables, persistTables } from './store/persistTables';
import { createObjectStore } from './createObjectStore';
import { ObjectRemover } from './writes/ObjectRemover';
import { ObjectWriter } from './writes/ObjectWriter';

export interface KubernetesApiOptions {
  /** Whose each accepted bearer token is. */
  readonly tokens: Readonly<Record<string, Account>>;
  /** Whether somebody may do something; absent: everybody may do everything. */
  readonly authorize?: (access: Access) => boolean;
  /** Where objects survive a restart; absent: nowhere. */
  readonly persistDirectory?: string;
  /** Unix milliseconds. */
  readonly clock?: () => number;
  /** Told of each request just before its answer is sent, when a write is already in force. */
  readonly onRequest?: (request: AnsweredRequest) => void;
  /** Asked before each request is carried out; undefined lets it pass. */
  readonly intercept?: (
    request: Omit<AnsweredRequest, 'status'>,
  ) => Fault | undefined;
  /** API groups that this cluster does not have. */
  readonly hiddenGroups?: readonly string[];
}

export interface KubernetesApi {
  readonly store: ObjectStore;
  readonly handler: RequestListener;
  /** Saves what is not saved yet. Close the HTTP server first. */
  close(): void;
}

/** A Kubernetes API server for the kinds of this project; its state is in memory and, if wanted, in a directory. */
export function createKubernetesApi(
  options: KubernetesApiOptions,
): KubernetesApi {
  const { persistDirectory, clock = Date.now } = options;
  const tables = persistDirectory
    ? loadTables(persistDirectory)
    : new ObjectTables();
  const persistence = persistDirectory
    ? persistTables(tables, persistDirectory)
    : undefined;
  const writer = new ObjectWriter(tables, clock);
  const remover = new ObjectRemover(tables, clock);
  const remove = (type: ServedType, { metadata }: KubernetesObject) => {
    try {
      remover.remove({ type, ...metadata });
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof StatusError)) {
        throw error;
      }
    }
  };
  collectGarbage(tables, remove);
  endNamespaces(tables, remove);
  return {
    store: createObjectStore(tables, writer, remover),
    handler: createRequestListener(tables, writer, remover, options),
    close: () => persistence?.close(),
  };
}
