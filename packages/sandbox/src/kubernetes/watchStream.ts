import { ServerResponse } from 'node:http';
import { ApiError } from './ApiError';
import { KubernetesObject } from './KubernetesObject';
import { VersionedObjects } from './VersionedObjects';
import { apiVersionOf, ResourceType } from './ResourceType';

export interface WatchRequest {
  resource: ResourceType;
  namespace: string | undefined;
  matches: (object: KubernetesObject) => boolean;
  /** Absent or "0": begins with what there is. */
  resourceVersion: string | undefined;
  timeoutSeconds: number;
  bookmarks: boolean;
}

const BOOKMARK_MS = 5_000;

/** Streams the changes of a kind, one JSON line each, until the time is over or the client leaves. */
export function streamChanges(
  store: VersionedObjects,
  request: WatchRequest,
  response: ServerResponse,
): void {
  const { resource, namespace, matches, resourceVersion } = request;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const send = (type: string, object: unknown) =>
    response.write(`${JSON.stringify({ type, object })}\n`);
  const isWanted = (object: KubernetesObject) =>
    (!namespace || object.metadata.namespace === namespace) && matches(object);

  if (!resourceVersion || resourceVersion === '0') {
    store
      .list(resource, namespace)
      .filter(isWanted)
      .forEach(object => send('ADDED', object));
  } else {
    const missed = store.changesSince(resourceVersion);
    if (!missed) {
      send(
        'ERROR',
        new ApiError(
          410,
          `too old resource version: ${resourceVersion}`,
        ).toStatus(),
      );
      response.end();
      return;
    }
    missed
      .filter(
        change =>
          change.resource.plural === resource.plural && isWanted(change.object),
      )
      .forEach(({ type, object }) => send(type, object));
  }
  const unsubscribe = store.subscribe(({ type, resource: changed, object }) => {
    if (
      changed.plural === resource.plural &&
      changed.group === resource.group &&
      isWanted(object)
    ) {
      send(type, object);
    }
  });
  const sendBookmark = () =>
    send('BOOKMARK', {
      apiVersion: apiVersionOf(resource),
      kind: resource.kind,
      metadata: { resourceVersion: store.version },
    });
  const bookmarks = request.bookmarks
    ? setInterval(sendBookmark, BOOKMARK_MS)
    : undefined;
  const end = setTimeout(() => response.end(), request.timeoutSeconds * 1000);
  response.on('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
  response.flushHeaders();
}
