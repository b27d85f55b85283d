import { ConflictError } from '@backstage/errors';
import {
  MODEL_LABEL,
  TENANT_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { createHash } from 'node:crypto';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ConfigMap } from '../cluster/resources/ConfigMap';
import { LabelledPublication, publicationLabels } from '../labels';

/** What one publication alone may have: a path on a hostname, or on all hostnames (`*`) of the gateway. */
export interface Claim {
  hostname: string;
  path: string;
}

/** The exclusive rights of one gateway's publications, one object each. */
export interface ClaimStore {
  /**
   * Takes a claim for a publication; taking it again is no change.
   *
   * @returns the publication id that holds the claim: the given one, or another's
   */
  take(publication: LabelledPublication, claim: Claim): Promise<string>;
  /** The publication id that holds a claim, by a fresh read. */
  holderOf(claim: Claim): Promise<string | undefined>;
  /** Gives a claim back, unless somebody else holds it. */
  release(publication: LabelledPublication, claim: Claim): Promise<void>;
  /** Claims as last seen by the watch. */
  list(): HeldClaim[];
}

export interface HeldClaim {
  claim: Claim;
  holder: LabelledPublication;
}

/** Creation of a ConfigMap is the compare-and-swap: of two creations of one name the API server refuses one. */
export class ClusterClaimStore implements ClaimStore {
  readonly #client: ClusterClient;
  readonly #watch: ResourceWatch<KubernetesObject>;
  readonly #options: { namespace: string; instanceId: string; gateway: string };

  constructor(
    client: ClusterClient,
    watch: ResourceWatch<KubernetesObject>,
    options: { namespace: string; instanceId: string; gateway: string },
  ) {
    this.#client = client;
    this.#watch = watch;
    this.#options = options;
  }

  async take(publication: LabelledPublication, claim: Claim): Promise<string> {
    const { instanceId } = this.#options;
    const name = this.#nameOf(claim);
    if (holderIn(this.#watch.get(name)) === publication.id) {
      return publication.id;
    }
    try {
      const created = await this.#client.create(ConfigMap, {
        apiVersion: ConfigMap.apiVersion,
        kind: ConfigMap.kind,
        metadata: {
          ...name,
          labels: publicationLabels(publication, instanceId, 'claim'),
        },
        data: {
          publication: publication.id,
          gateway: this.#options.gateway,
          ...claim,
        },
      });
      this.#watch.remember(created);
      return publication.id;
    } catch (error) {
      if (!(error instanceof ConflictError)) {
        throw error;
      }
    }
    const holder = await this.holderOf(claim);
    // Released between the two calls: whoever comes next may have it.
    return holder ?? this.take(publication, claim);
  }

  async holderOf(claim: Claim): Promise<string | undefined> {
    return holderIn(await this.#client.get(ConfigMap, this.#nameOf(claim)));
  }

  async release(publication: LabelledPublication, claim: Claim): Promise<void> {
    const name = this.#nameOf(claim);
    const found = await this.#client.get(ConfigMap, name);
    if (found && holderIn(found) === publication.id) {
      await this.#client.delete(ConfigMap, name, { uid: found.metadata.uid });
      this.#watch.forget(name);
    }
  }

  list(): HeldClaim[] {
    return this.#watch
      .list()
      .filter(object => object.data?.gateway === this.#options.gateway)
      .map(({ data, metadata }) => ({
        claim: { hostname: data?.hostname ?? '', path: data?.path ?? '' },
        holder: {
          id: data?.publication ?? '',
          tenant: metadata.labels?.[TENANT_LABEL] ?? '',
          model: metadata.labels?.[MODEL_LABEL] ?? '',
        },
      }));
  }

  #nameOf({ hostname, path }: Claim) {
    const { namespace, gateway } = this.#options;
    const digest = createHash('sha256')
      .update(`${gateway} ${hostname} ${path}`)
      .digest('hex');
    return { namespace, name: `published-model-claim-${digest.slice(0, 32)}` };
  }
}

function holderIn(object: KubernetesObject | undefined): string | undefined {
  return object?.data?.publication;
}
