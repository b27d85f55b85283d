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
  { method = 'GET', path, headers, body }: ParityExchange,
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

/** Creates or replaces. */
export async function put(
  { objects }: ParityTarget,
  object: ParityObject,
): Promise<void> {
  try {
    await objects.create(object);
  } catch (error) {
    if (statusOf(error) !== 409) {
      throw error;
    }
    const { apiVersion, kind, metadata } = object;
    const current = await objects.read({
      apiVersion: apiVersion ?? '',
      kind: kind ?? '',
      metadata: { name: metadata?.name ?? '', namespace: metadata?.namespace },
    });
    await objects.replace({
      ...object,
      metadata: {
        ...metadata,
        resourceVersion: current.metadata?.resourceVersion,
      },
    });
  }
}

/** Deletes, if it is there. */
export async function drop(
  { objects }: ParityTarget,
  object: ParityObject,
): Promise<void> {
  try {
    await objects.delete(object);
  } catch (error) {
    if (statusOf(error) !== 404) {
      throw error;
    }
  }
}
