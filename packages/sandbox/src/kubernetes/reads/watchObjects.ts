import { KubernetesObject } from '../ObjectStore';
import { expired } from '../errors/statusErrors';
import { apiVersionOf, ServedType } from '../kinds/resourceTypes';
import { ObjectTables, StoredChange } from '../store/ObjectTables';
import { jsonOf } from './jsonOf';
import { Predicate } from './selectors';

export interface WatchRequest {
  readonly type: ServedType;
  readonly namespace?: string;
  readonly matches: Predicate;
  /** Empty or `0`: begin with what there is. */
  readonly resourceVersion: string;
  /** Whether the client asked for what there is, to be ended by a bookmark. */
  readonly sendInitialEvents: boolean;
  readonly allowBookmarks: boolean;
}

/** Where the lines of a watch go. */
export interface WatchSink {
  write(line: string): void;
  end(): void;
}

/** A running watch. */
export interface Watch {
  /** Tells the client how far it has come, if it wants to know. */
  bookmark(): void;
  stop(): void;
}

/**
 * Writes the changes of a kind, one JSON line each. A version that is too old, or that this server never gave out, ends
 * the watch with an error of 410, so that the client lists again. (The real server waits for versions to come; here
 * they are the ones of a state that was reset.)
 */
export function watchObjects(
  tables: ObjectTables,
  request: WatchRequest,
  sink: WatchSink,
): Watch {
  const { type, namespace, matches } = request;
  const isWatched = (object: KubernetesObject) =>
    (!namespace || object.metadata.namespace === namespace) && matches(object);
  const send = (event: string, json: string) =>
    sink.write(`{"type":"${event}","object":${json}}\n`);
  const sendChange = (change: StoredChange) => {
    const event = eventOf(change, isWatched);
    if (change.resource === type && event) {
      send(event, jsonOf(change.object));
    }
  };
  const bookmark = (annotations?: Record<string, string>) =>
    send('BOOKMARK', bookmarkJson(type, tables.resourceVersion, annotations));

  const since = Number(request.resourceVersion);
  if (request.sendInitialEvents || !since) {
    tables
      .tableOf(type)
      .list(namespace)
      .filter(isWatched)
      .forEach(object => send('ADDED', jsonOf(object)));
    if (request.sendInitialEvents) {
      bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  } else if (since < tables.oldestVersion || since > tables.resourceVersion) {
    send(
      'ERROR',
      JSON.stringify(expired(since, tables.oldestVersion).toStatus()),
    );
    sink.end();
    return { bookmark: () => {}, stop: () => {} };
  } else {
    tables.changesAfter(since).forEach(sendChange);
  }
  const stop = tables.subscribe(sendChange);
  return { bookmark: () => request.allowBookmarks && bookmark(), stop };
}

/** An object that begins or ceases to be watched is an addition or a deletion for the client. */
function eventOf(
  { type, object, previous }: StoredChange,
  isWatched: (object: KubernetesObject) => boolean,
): StoredChange['type'] | undefined {
  const was = previous !== undefined && isWatched(previous);
  const is = type !== 'DELETED' && isWatched(object);
  if (was && is) {
    return 'MODIFIED';
  }
  if (was) {
    return 'DELETED';
  }
  return is ? 'ADDED' : undefined;
}

function bookmarkJson(
  type: ServedType,
  resourceVersion: number,
  annotations?: Record<string, string>,
): string {
  return JSON.stringify({
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata: {
      resourceVersion: String(resourceVersion),
      creationTimestamp: null,
      ...(annotations && { annotations }),
    },
  });
}
