import { Agent, IncomingMessage, request as openRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesObjectApi } from '@kubernetes/client-node';
import { ParityExchange, ParityObject } from './ParityCase';

/** A cluster with a gateway: the sandbox or the real stack. */
export interface ParityTarget {
  readonly objects: Pick<
    KubernetesObjectApi,
    'create' | 'read' | 'replace' | 'delete'
  >;
  readonly gatewayUrl: string;
  /** Answers `GET /requests?model=<namespace>/<name>&limit=<n>`: what models received. */
  readonly modelsUrl?: string;
  /** Name of the Gateway in namespace `model-gateway`. */
  readonly gateway: string;
  /** Tells the objects of one run from those of another. */
  readonly run: string;
  /** How long a change may take to be in force, in milliseconds. */
  readonly settleMs: number;
  close(): Promise<void>;
}

/** An answer of a gateway. */
export interface ParityAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * One connection: Envoy has local limits of its own in each of its threads, and a connection keeps the filters that
 * its listener had when it was opened.
 */
export function openConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** Sends one request as it is written, without resolving dots in its path. */
function sendRequest(
  agent: Agent,
  gatewayUrl: string,
  host: string,
  { method = 'GET', path, headers, body, abort }: ParityExchange,
): Promise<ParityAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gatewayUrl);
    const request = openRequest(
      {
        agent,
        hostname,
        port,
        path,
        method,
        headers: {
          host,
          'x-test-echo': '1',
          ...(body === undefined
            ? {}
            : {
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(body),
              }),
          ...headers,
        },
      },
      async response => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) {
          chunks.push(Buffer.from(chunk));
          if (abort) {
            break;
          }
        }
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

/** Sends one request; an Envoy that is replacing its listener refuses connections for a moment. */
export async function exchange(
  ...parameters: Parameters<typeof sendRequest>
): Promise<ParityAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendRequest(...parameters);
    } catch (error) {
      if (attempt === 20) {
        throw error;
      }
      await delay(100);
    }
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error
    ? Number(error.code)
    : undefined;
}

/** Runs a call; undefined when it is refused with this status. */
async function unless<T>(
  status: number,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (statusOf(error) !== status) {
      throw error;
    }
    return undefined;
  }
}

/** The object of this kind and name, if it is there. */
export function find(
  { objects }: ParityTarget,
  { apiVersion = '', kind = '', metadata }: ParityObject,
) {
  const { name = '', namespace } = metadata ?? {};
  return unless(404, () =>
    objects.read({ apiVersion, kind, metadata: { name, namespace } }),
  );
}

/** Creates or replaces, also while a controller is writing. */
export async function put(
  target: ParityTarget,
  object: ParityObject,
): Promise<void> {
  const current = await find(target, object);
  if (!current) {
    await target.objects.create(object);
    return;
  }
  const { resourceVersion } = current.metadata ?? {};
  const metadata = { ...object.metadata, resourceVersion };
  const replaced = await unless(409, () =>
    target.objects.replace({ ...object, metadata }),
  );
  if (!replaced) {
    await put(target, object);
  }
}

/** Deletes, if it is there. */
export async function drop(
  { objects }: ParityTarget,
  object: ParityObject,
): Promise<void> {
  await unless(404, () => objects.delete(object));
}
