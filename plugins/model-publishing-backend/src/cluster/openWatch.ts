import http from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';
import { WatchScope } from './ClusterClient';
import { ConnectedKubeConfig } from './connectCluster';
import { KubernetesObject, Resource } from './defineResource';
import { WatchEvent } from './ListAndWatch';

/** The server ends a watch after this time; the next one goes on where it stopped. */
const SERVER_TIMEOUT_SECONDS = 290;
/** A connection that has been silent for longer than the server's timeout is dead. */
const CLIENT_TIMEOUT_MS = (SERVER_TIMEOUT_SECONDS + 20) * 1000;

export interface WatchRequest<T extends KubernetesObject> {
  resource: Resource<T>;
  scope: WatchScope;
  resourceVersion: string;
  onEvent: (event: WatchEvent<T>) => void;
  signal: AbortSignal;
}

/**
 * Watches a kind until the server closes the stream, which ends the promise. Everything else that ends it is an
 * error. (The library's own `Watch` swallows lines that it cannot parse, and cannot tell an end from a failure.)
 */
export async function openWatch<T extends KubernetesObject>(
  config: ConnectedKubeConfig,
  { resource, scope, resourceVersion, onEvent, signal }: WatchRequest<T>,
): Promise<void> {
  const url = addressOf(config, resource, scope);
  url.searchParams.set('watch', 'true');
  url.searchParams.set('allowWatchBookmarks', 'true');
  url.searchParams.set('resourceVersion', resourceVersion);
  url.searchParams.set('timeoutSeconds', String(SERVER_TIMEOUT_SECONDS));
  const options = {
    ...(await config.watchOptions()),
    signal: AbortSignal.any([signal, AbortSignal.timeout(CLIENT_TIMEOUT_MS)]),
  };
  const response = await open(url, options);
  if (response.statusCode !== 200) {
    response.resume();
    throw Object.assign(new Error('The watch was refused'), {
      code: response.statusCode ?? 0,
    });
  }
  for await (const line of createInterface(response)) {
    onEvent(JSON.parse(line));
  }
}

function open(
  url: URL,
  options: http.RequestOptions,
): Promise<http.IncomingMessage> {
  const get = url.protocol === 'https:' ? https.get : http.get;
  return new Promise((resolve, reject) => {
    get(url, options, resolve).on('error', reject);
  });
}

function addressOf(
  config: ConnectedKubeConfig,
  resource: Resource,
  scope: WatchScope,
): URL {
  const root = resource.group
    ? `apis/${resource.apiVersion}`
    : `api/${resource.version}`;
  const place = scope.namespace ? `namespaces/${scope.namespace}/` : '';
  const server = config.getCurrentCluster()?.server.replace(/\/$/, '') ?? '';
  const url = new URL(`${server}/${root}/${place}${resource.plural}`);
  if (scope.labelSelector) {
    url.searchParams.set('labelSelector', scope.labelSelector);
  }
  return url;
}
