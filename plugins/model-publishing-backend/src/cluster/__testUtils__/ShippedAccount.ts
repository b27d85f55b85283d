import {
  AuthorizationV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObject as LibraryObject,
  KubernetesObjectApi,
  loadAllYaml,
  PatchStrategy,
} from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { KubernetesObject } from '../defineResource';
import { isRole, Right, rightsOf, sameRight, withoutRight } from './Right';

const FIELD_MANAGER = 'model-publishing-setup';
const TOKEN_SECONDS = 60 * 60;
const POLL_MS = 20;

/** Where an account is or has rights. */
interface Place {
  name: string;
  namespace?: string;
}

/** An account of examples/kubernetes with its roles, in other namespaces than the file names. */
export class ShippedAccount {
  readonly #kubeConfig: KubeConfig;
  readonly #manifest: KubernetesObject[];

  /**
   * @param kubeConfig - an administrator's
   * @param file - in examples/kubernetes
   * @param namespaceOf - the namespace that stands for one of the file
   */
  constructor(
    kubeConfig: KubeConfig,
    file: string,
    namespaceOf: (name: string) => string,
  ) {
    this.#kubeConfig = kubeConfig;
    const moved = <P extends Place>(place: P): P =>
      place.namespace === undefined
        ? place
        : { ...place, namespace: namespaceOf(place.namespace) };
    this.#manifest = readManifest(file).map(object => ({
      ...object,
      metadata: moved(object.metadata),
      ...(object.subjects && { subjects: object.subjects.map(moved) }),
    }));
  }

  get kinds(): string[] {
    return this.#manifest.map(({ kind }) => kind);
  }

  get rights(): Right[] {
    return rightsOf(this.#manifest);
  }

  /** Applies the manifest, and waits until its rights are in force; one of them can be left out. */
  async apply({ without }: { without?: Right } = {}): Promise<void> {
    const api = KubernetesObjectApi.makeApiClient(this.#kubeConfig);
    for (const object of this.#manifest) {
      const reduced =
        without && isRole(object) ? withoutRight(object, without) : object;
      await api.patch(
        // The library would have dates where the file has none.
        reduced as LibraryObject,
        undefined,
        undefined,
        FIELD_MANAGER,
        true,
        PatchStrategy.ServerSideApply,
      );
    }
    for (const right of this.rights) {
      const expected = !(without && sameRight(right, without));
      while ((await this.may(right)) !== expected) {
        await sleep(POLL_MS);
      }
    }
  }

  async createToken(): Promise<string> {
    const api = this.#kubeConfig.makeApiClient(CoreV1Api);
    const { status } = await api.createNamespacedServiceAccountToken({
      ...this.#account,
      body: { spec: { audiences: [], expirationSeconds: TOKEN_SECONDS } },
    });
    return status?.token ?? '';
  }

  /** What the API server says. */
  async may({ namespace, group, resource, verb }: Right): Promise<boolean> {
    const api = this.#kubeConfig.makeApiClient(AuthorizationV1Api);
    const { name, namespace: home } = this.#account;
    const { status } = await api.createSubjectAccessReview({
      body: {
        spec: {
          user: `system:serviceaccount:${home}:${name}`,
          resourceAttributes: { namespace, group, resource, verb },
        },
      },
    });
    return status?.allowed ?? false;
  }

  get #account() {
    const account = this.#manifest.find(
      ({ kind }) => kind === 'ServiceAccount',
    );
    const { name, namespace = '' } = account?.metadata ?? { name: '' };
    return { name, namespace };
  }
}

function readManifest(
  file: string,
): Array<KubernetesObject & { subjects?: Place[] }> {
  const text = readFileSync(
    // eslint-disable-next-line no-restricted-syntax
    path.resolve(__dirname, '../../../../../examples/kubernetes', file),
    'utf8',
  );
  return loadAllYaml(text).filter(Boolean);
}
