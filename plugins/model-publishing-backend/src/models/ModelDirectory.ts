import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ClusterFreshness } from '@inference-portal/plugin-model-publishing-common';
import { freshnessOfWatches } from '../cluster/freshnessOfWatches';
import {
  ModelCluster,
  ModelWatches,
  ObservedModel,
  observeModel,
  TenantPlace,
} from './observeModel';
import { UpstreamResolution } from './resolveUpstream';
import { modelOfService } from './serviceNames';

export type { ObservedModel, TenantPlace } from './observeModel';

/** The models of all tenants, from watches. */
export interface ModelDirectory {
  /** @throws ServiceUnavailableError as long as the tenant's namespace has not been read once */
  list(tenant: TenantPlace): ObservedModel[];
  find(tenant: TenantPlace, name: string): ObservedModel | undefined;
  /** @throws NotFoundError */
  require(tenant: TenantPlace, name: string): ObservedModel;
  /** Where the model of a publication answers, or why it cannot be served. */
  upstreamOf(publication: {
    cluster: string;
    tenant: string;
    model: string;
  }): UpstreamResolution;
  /** How new that is what is seen of a tenant's models. */
  freshness(tenant: TenantPlace, now: Date): ClusterFreshness;
  /** @throws ServiceUnavailableError as long as the tenant's namespace has not been read once */
  requireSynced(tenant: TenantPlace): void;
  /** Told about each change of a model or its Services. */
  onChange(
    listener: (model: { namespace: string; name: string }) => void,
  ): void;
}

/** The tenants that are watched; there may be more of them later. */
export interface ModelWatchesByTenant {
  /** @param place - `<cluster>/<namespace>` */
  get(place: string): ModelWatches | undefined;
  /** Tells of each tenant that is watched, now and later. */
  onWatch(listener: (watches: ModelWatches) => void): void;
}

export class WatchedModelDirectory implements ModelDirectory {
  readonly #watches: ModelWatchesByTenant;
  readonly #clusterOf: (name: string) => ModelCluster;

  constructor(
    watches: ModelWatchesByTenant,
    clusterOf: (name: string) => ModelCluster,
  ) {
    this.#watches = watches;
    this.#clusterOf = clusterOf;
  }

  list(tenant: TenantPlace): ObservedModel[] {
    const watches = this.#watchesOf(tenant);
    const cluster = this.#clusterOf(tenant.cluster);
    return watches.models
      .list()
      .map(object => observeModel(object, tenant, watches, cluster));
  }

  find(tenant: TenantPlace, name: string): ObservedModel | undefined {
    const watches = this.#watchesOf(tenant);
    const cluster = this.#clusterOf(tenant.cluster);
    const object = watches.models.get({ namespace: tenant.namespace, name });
    return object && observeModel(object, tenant, watches, cluster);
  }

  require(tenant: TenantPlace, name: string): ObservedModel {
    const model = this.find(tenant, name);
    if (!model) {
      throw new NotFoundError(
        `There is no model "${name}" in tenant "${tenant.namespace}"`,
      );
    }
    return model;
  }

  upstreamOf({
    cluster,
    tenant,
    model,
  }: {
    cluster: string;
    tenant: string;
    model: string;
  }): UpstreamResolution {
    const found = this.find({ cluster, namespace: tenant }, model);
    return (
      found?.upstream ?? {
        ok: false,
        reason: 'ModelMissing',
        message: 'the model does not exist',
      }
    );
  }

  freshness(tenant: TenantPlace, now: Date): ClusterFreshness {
    const watches = this.#seen(tenant);
    return watches
      ? freshnessOfWatches(
          tenant.cluster,
          [watches.models, watches.services],
          now,
        )
      : { name: tenant.cluster, state: 'unread', asOf: null };
  }

  requireSynced(tenant: TenantPlace): void {
    this.#watchesOf(tenant);
  }

  onChange(
    listener: (model: { namespace: string; name: string }) => void,
  ): void {
    this.#watches.onWatch(({ models, services }) => {
      models.onChange(({ object: { metadata } }) =>
        listener({ namespace: metadata.namespace ?? '', name: metadata.name }),
      );
      services.onChange(({ object: { metadata } }) => {
        const name = modelOfService(metadata.name);
        if (name) {
          listener({ namespace: metadata.namespace ?? '', name });
        }
      });
    });
  }

  #seen({ cluster, namespace }: TenantPlace): ModelWatches | undefined {
    return this.#watches.get(`${cluster}/${namespace}`);
  }

  #watchesOf(tenant: TenantPlace): ModelWatches {
    const watches = this.#seen(tenant);
    if (!watches?.models.synced || !watches.services.synced) {
      throw new ServiceUnavailableError(
        `Kubernetes cluster "${tenant.cluster}" has not answered yet for namespace "${tenant.namespace}"; try again in a moment`,
      );
    }
    return watches;
  }
}
