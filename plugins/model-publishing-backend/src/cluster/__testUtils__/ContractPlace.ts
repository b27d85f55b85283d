import { ClusterClient } from '../ClusterClient';
import { KubernetesObject } from '../defineResource';
import { Backend, BackendSpec } from '../resources/Backend';
import { ConfigMap } from '../resources/ConfigMap';

/** Marks the objects of a place. */
export const CONTRACT_LABEL = 'contract';

/** Where the cases of the contract have their objects: names and a label that nobody else uses. */
export class ContractPlace {
  readonly #namespace: string;
  readonly #prefix: string;

  constructor(options: { namespace: string; prefix: string }) {
    this.#namespace = options.namespace;
    this.#prefix = options.prefix;
  }

  /** All objects of this place. */
  get scope() {
    return {
      namespace: this.#namespace,
      labelSelector: `${CONTRACT_LABEL}=${this.#prefix}`,
    };
  }

  nameOf(name: string) {
    return { namespace: this.#namespace, name: `${this.#prefix}-${name}` };
  }

  aConfigMap(
    name: string,
    data: Record<string, string> = { a: '1' },
  ): KubernetesObject {
    return {
      apiVersion: ConfigMap.apiVersion,
      kind: ConfigMap.kind,
      metadata: this.#metadata(name),
      data,
    };
  }

  aBackend(port: number): KubernetesObject<BackendSpec> {
    return {
      apiVersion: Backend.apiVersion,
      kind: Backend.kind,
      metadata: this.#metadata('backend'),
      spec: { endpoints: [{ fqdn: { hostname: 'iris.example.org', port } }] },
    };
  }

  shortNameOf({ metadata }: KubernetesObject): string {
    return metadata.name.slice(this.#prefix.length + 1);
  }

  async clear(client: ClusterClient): Promise<void> {
    for (const resource of [ConfigMap, Backend]) {
      const { items } = await client.listAll(resource, this.scope);
      for (const { metadata } of items) {
        const { namespace = '', name } = metadata;
        await client.delete(resource, { namespace, name });
      }
    }
  }

  #metadata(name: string) {
    return { ...this.nameOf(name), labels: { [CONTRACT_LABEL]: this.#prefix } };
  }
}

/** What a client does, and how that is seen. */
export type ContractCase = [
  name: string,
  run: (client: ClusterClient, place: ContractPlace) => Promise<void>,
];
