import { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { WatchScope } from './ClusterClient';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { KubernetesObject, Resource } from './defineResource';
import { WatchRequest } from './ListAndWatch';
import { sendRequest } from './sendRequest';

/** The server ends a watch after this time; the next one goes on where it stopped. */
const SERVER_TIMEOUT_SECONDS = 290;
/** A watch that is still open then has lost its server without a word. */
const CLIENT_TIMEOUT_MS = (SERVER_TIMEOUT_SECONDS + 20) * 1000;

/**
 * Watches a kind until the server closes the stream, which ends the promise. Everything else that ends it is an
 * error. (The library's own `Watch` swallows lines that it cannot parse and failures of its callback, and cannot tell
 * an end from a failure.)
 */
export async function openWatch<T extends KubernetesObject>(
  config: ConnectedKubeConfig,
  {
    resource,
    scope,
    resourceVersion,
    onOpen,
    onEvent,
    signal,
    timeoutMs = CLIENT_TIMEOUT_MS,
  }: WatchRequest<T> & {
    resource: Resource<T>;
    scope: WatchScope;
    timeoutMs?: number;
  },
): Promise<void> {
  const url = config.addressOf(pathOf(resource, scope));
  url.searchParams.set('watch', 'true');
  url.searchParams.set('allowWatchBookmarks', 'true');
  url.searchParams.set('resourceVersion', resourceVersion);
  url.searchParams.set('timeoutSeconds', String(SERVER_TIMEOUT_SECONDS));
  if (scope.labelSelector) {
    url.searchParams.set('labelSelector', scope.labelSelector);
  }
  const options = {
    ...(await config.watchOptions()),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  };
  await sendRequest(url, options, async answer => {
    if (answer.statusCode !== 200) {
      throw Object.assign(new Error('The watch was refused'), {
        code: answer.statusCode,
        body: await text(answer),
      });
    }
    onOpen();
    for await (const line of linesOf(answer)) {
      onEvent(JSON.parse(line));
    }
  });
}

/** Fails when the stream breaks off, which `node:readline` does not. */
async function* linesOf(stream: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(line => line !== '');
  }
}

function pathOf({ group, apiVersion, plural }: Resource, scope: WatchScope) {
  const root = group ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = scope.namespace ? `/namespaces/${scope.namespace}` : '';
  return `${root}${place}/${plural}`;
}
