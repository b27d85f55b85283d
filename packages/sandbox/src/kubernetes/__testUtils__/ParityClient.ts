import { request as requestHttp } from 'node:http';
import { request as requestHttps, RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { KubeConfig } from '@kubernetes/client-node';
import { contentTypeOf, ParityStep } from '../parity/ParityStep';

/** Fields whose values differ between two servers. */
const volatile = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
  'time',
  'clusterIP',
  'continue',
];

/** An answer with what differs between two servers by nature left out. */
export interface ParityAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends the steps of a case to one API server. */
export class ParityClient {
  #version = '';
  #uid = '';

  /** `name` replaces `$name` in the steps. */
  constructor(
    private readonly config: KubeConfig,
    private readonly name: string,
  ) {}

  async send(step: ParityStep): Promise<ParityAnswer> {
    const answer = await this.#exchange(
      step.method,
      this.#filled(step.path),
      contentTypeOf(step),
      step.body === undefined
        ? undefined
        : this.#filled(JSON.stringify(step.body)),
    );
    const metadata = answer.json?.metadata;
    this.#version = metadata?.resourceVersion ?? this.#version;
    this.#uid = metadata?.uid ?? this.#uid;
    return {
      status: answer.status,
      body: this.#normalized(answer.json ?? answer.text),
    };
  }

  /** Removes what a case may have left behind. */
  async clean(steps: readonly ParityStep[]): Promise<void> {
    const paths = steps.map(
      ({ path }) => path.split('/$name')[0]?.split('?')[0] ?? path,
    );
    for (const path of new Set(
      paths.filter(each => each.includes('/namespaces/model-gateway/')),
    )) {
      const object = this.#filled(`${path}/$name`);
      const release = JSON.stringify({ metadata: { finalizers: null } });
      await this.#exchange(
        'PATCH',
        object,
        'application/merge-patch+json',
        release,
      );
      await this.#exchange('DELETE', object, 'application/json');
    }
  }

  #filled(template: string): string {
    return template
      .replaceAll('$name', this.name)
      .replaceAll('$version', this.#version)
      .replaceAll('$uid', this.#uid);
  }

  async #exchange(
    method: string,
    path: string,
    contentType: string,
    body?: string,
  ) {
    const server = this.config.getCurrentCluster()?.server ?? '';
    const options: RequestOptions = {
      method,
      headers: {
        'content-type': contentType,
        'user-agent': 'parity/1',
        // Node sends no length of a DELETE's body by itself.
        'content-length': Buffer.byteLength(body ?? ''),
      },
    };
    await this.config.applyToHTTPSOptions(options);
    const send = server.startsWith('https:') ? requestHttps : requestHttp;
    const { status, content } = await new Promise<{
      status: number;
      content: string;
    }>((resolve, reject) => {
      send(new URL(path, server), options, response => {
        text(response).then(
          all => resolve({ status: response.statusCode ?? 0, content: all }),
          reject,
        );
      })
        .once('error', reject)
        .end(body);
    });
    return { status, text: content, json: parseJson(content) };
  }

  #normalized(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value, (key, field) => {
        if (typeof field === 'string' && volatile.includes(key)) {
          return `<${key}>`;
        }
        return typeof field === 'string' ? this.#anonymous(field) : field;
      }),
    );
  }

  #anonymous(message: string): string {
    return message
      .replaceAll(this.name, '$name')
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uid>')
      .replace(/^\d+(\.\d+){3}$/, '<ip>')
      .replace(/record \(\d+\)/, 'record (<version>)');
  }
}

function parseJson(
  content: string,
): { metadata?: { resourceVersion?: string; uid?: string } } | undefined {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
