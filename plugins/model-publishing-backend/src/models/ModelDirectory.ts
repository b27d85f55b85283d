import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ClusterFreshness } from '@inference-portal/plugin-model-publishing-common';
import { freshnessOfWatches } from '../cluster/freshnessOfWatches';
import { observeLlm } from './observeLlm';
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
  /**
   * @param kind - either one when left out
   * @throws ServiceUnavailableError as long as the tenant's namespace, or what is asked for in it, has not been read once
   */
  find(
    tenant: TenantPlace,
    name: string,
    kind?: ObservedModel['kind'],
  ): ObservedModel | undefined;
  /**
   * @throws NotFoundError
   * @throws ConflictError when there are two, of different kinds
   */
  require(tenant: TenantPlace, name: string): ObservedModel;
  /** Where the model of a publication answers, or why it cannot be served. */
  upstreamOf(publication: {
    cluster: string;
    tenant: string;
    model: string;
    kind: ObservedModel['kind'];
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
    return [
      ...watches.models
        .list()
        .map(object => observeModel(object, tenant, watches, cluster)),
      ...watches.llms.list().map(object => observeLlm(object, tenant, watches)),
    ];
  }

  find(
    tenant: TenantPlace,
    name: string,
    kind?: ObservedModel['kind'],
  ): ObservedModel | undefined {
    const called = this.#called(tenant, name);
    if (kind === 'LLMInferenceService' && !this.#seen(tenant)?.llms.synced) {
      // It would look like a model that is gone, and its routes would go too.
      throw notYet(tenant);
    }
    return called.find(model => kind === undefined || model.kind === kind);
  }

  require(tenant: TenantPlace, name: string): ObservedModel {
    const [model, other] = this.#called(tenant, name);
    if (other) {
      throw new ConflictError(
        `Tenant "${tenant.namespace}" has two models "${name}", an InferenceService and an LLMInferenceService; rename one of them`,
      );
    }
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
    kind,
  }: {
    cluster: string;
    tenant: string;
    model: string;
    kind: ObservedModel['kind'];
  }): UpstreamResolution {
    const found = this.find({ cluster, namespace: tenant }, model, kind);
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
          [
            watches.models,
            watches.services,
            ...(watches.llms.synced ? [watches.llms] : []),
          ],
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
    this.#watches.onWatch(({ models, llms, services }) => {
      [models, llms].forEach(watch =>
        watch.onChange(({ object: { metadata } }) =>
          listener({
            namespace: metadata.namespace ?? '',
            name: metadata.name,
          }),
        ),
      );
      services.onChange(({ object: { metadata } }) => {
        const name = modelOfService(metadata.name);
        if (name) {
          listener({ namespace: metadata.namespace ?? '', name });
        }
      });
    });
  }

  /** Mostly one, or none. */
  #called(tenant: TenantPlace, name: string): ObservedModel[] {
    const watches = this.#watchesOf(tenant);
    const place = { namespace: tenant.namespace, name };
    const model = watches.models.get(place);
    const llm = watches.llms.get(place);
    const cluster = this.#clusterOf(tenant.cluster);
    return [
      ...(model ? [observeModel(model, tenant, watches, cluster)] : []),
      ...(llm ? [observeLlm(llm, tenant, watches)] : []),
    ];
  }

  #seen({ cluster, namespace }: TenantPlace): ModelWatches | undefined {
    return this.#watches.get(`${cluster}/${namespace}`);
  }

  #watchesOf(tenant: TenantPlace): ModelWatches {
    const watches = this.#seen(tenant);
    if (!watches?.models.synced || !watches.services.synced) {
      throw notYet(tenant);
    }
    return watches;
  }
}

function notYet({ cluster, namespace }: TenantPlace): Error {
  return new ServiceUnavailableError(
    `Kubernetes cluster "${cluster}" has not answered yet for namespace "${namespace}"; try again in a moment`,
  );
}
