import {
  CustomObjectsApi,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  loadAllYaml,
  PatchStrategy,
} from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isNotFound } from './isNotFound';
import { ROOT } from './ServiceProcess';

const RIGHTS = path.join(ROOT, 'examples/kubernetes/rbac.yaml');
const FIELD_MANAGER = 'acceptance';
const POLL_MS = 100;
/** Until the objects of a namespace are gone, with it. */
const REMOVAL_MS = 60_000;

const metadata = z.looseObject({ name: z.string(), namespace: z.string() });
export const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata,
});
/** A model with its status. */
export type ExtraObject = z.infer<typeof objectSchema>;

const serviceSchema = objectSchema.extend({
  metadata: metadata.extend({
    ownerReferences: z.tuple([
      z.looseObject({
        apiVersion: z.string(),
        kind: z.string(),
        name: z.string(),
      }),
    ]),
  }),
});
export const extraSchema = z.object({
  host: z.string(),
  address: z.string(),
  model: objectSchema,
  service: serviceSchema,
});
export type Extra = z.infer<typeof extraSchema>;

/** Puts models into a cluster as KServe would, and takes them out again. */
export class ExtraObjects {
  readonly #objects: KubernetesObjectApi;
  readonly #custom: CustomObjectsApi;

  constructor(kubeConfig: KubeConfig) {
    this.#objects = KubernetesObjectApi.makeApiClient(kubeConfig);
    this.#custom = kubeConfig.makeApiClient(CustomObjectsApi);
  }

  /** A tenant's namespace, with the portal's rights in it as they are shipped. */
  async addTenant(name: string): Promise<void> {
    await this.#apply(namespaceOf(name));
    const rights = loadAllYaml(readFileSync(RIGHTS, 'utf8')).filter(
      object => object?.metadata?.namespace === name,
    );
    for (const object of rights) {
      await this.#apply(object);
    }
  }

  /** With its namespace everything in it goes. */
  async removeTenant(name: string): Promise<void> {
    await this.#remove(namespaceOf(name));
  }

  async addModel({ model, service }: Extra): Promise<void> {
    await this.#apply(model);
    const { uid } = await this.#writeStatus(model);
    const { ownerReferences } = service.metadata;
    const [owner] = ownerReferences;
    await this.#apply({
      ...service,
      metadata: { ...service.metadata, ownerReferences: [{ ...owner, uid }] },
    });
  }

  /** Its Service goes with it, as it belongs to it. */
  async removeModel({ model }: Extra): Promise<void> {
    await this.#remove(model);
  }

  /** Applying leaves the status out; it is a part of its own. */
  async #writeStatus(model: ExtraObject): Promise<{ uid: string }> {
    const [group = '', version = ''] = model.apiVersion.split('/');
    const { name, namespace } = model.metadata;
    const plural = `${model.kind.toLowerCase()}s`;
    const place = { group, version, namespace, plural, name };
    const stored = z
      .looseObject({ metadata: z.looseObject({ uid: z.string() }) })
      .parse(await this.#custom.getNamespacedCustomObject(place));
    await this.#custom.replaceNamespacedCustomObjectStatus({
      ...place,
      body: { ...stored, status: model.status },
    });
    return stored.metadata;
  }

  async #apply(object: KubernetesObject): Promise<void> {
    await this.#objects.patch(
      object,
      undefined,
      undefined,
      FIELD_MANAGER,
      true,
      PatchStrategy.ServerSideApply,
    );
  }

  /** Returns when it is gone. */
  async #remove(object: ExtraObject | ReturnType<typeof namespaceOf>) {
    const { apiVersion, kind, metadata: named } = object;
    const reference = { apiVersion, kind, metadata: named };
    const deadline = Date.now() + REMOVAL_MS;
    try {
      await this.#objects.delete(reference);
      while (Date.now() < deadline) {
        await this.#objects.read(reference);
        await sleep(POLL_MS);
      }
    } catch (error) {
      if (isNotFound(error)) {
        return;
      }
      throw error;
    }
    throw new Error(`${kind} ${named.name} was still there after a minute`);
  }
}

function namespaceOf(name: string) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
