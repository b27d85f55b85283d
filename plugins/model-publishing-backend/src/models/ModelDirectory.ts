import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { TenantConfig } from '../config/ModelPublishingConfig';
import { detectModelType } from './detectModelType';
import { inferenceServiceView } from './InferenceServiceView';
import { resolveUpstream, UpstreamResolution } from './resolveUpstream';
import { MODEL_OF_SERVICE_LABEL } from './serviceProblem';

/** Where a tenant's models are. */
export type TenantPlace = Pick<TenantConfig, 'cluster' | 'namespace'>;

/** A model as it was last seen in its tenant's namespace. */
export interface ObservedModel {
  name: string;
  tenant: TenantPlace;
  kind: 'InferenceService';
  modelType: ModelType;
  /** The rule that decided the type. */
  modelTypeRule: string;
  modelFormat: string | undefined;
  ready: boolean;
  /** KServe's words when the model is not ready. */
  reason: string | undefined;
  upstream: UpstreamResolution;
}

/** The models of all tenants, from watches. */
export interface ModelDirectory {
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
  /** Told about each change of a model or its Services. */
  onChange(
    listener: (model: { namespace: string; name: string }) => void,
  ): void;
}

/** What is watched in a tenant's namespace to know its models. */
export interface ModelWatches {
  models: ResourceWatch<KubernetesObject>;
  services: ResourceWatch<KubernetesObject>;
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

  constructor(watches: ModelWatchesByTenant) {
    this.#watches = watches;
  }

  list(tenant: TenantPlace): ObservedModel[] {
    const watches = this.#watchesOf(tenant);
    return watches.models
      .list()
      .map(object => observe(object, tenant, watches));
  }

  find(tenant: TenantPlace, name: string): ObservedModel | undefined {
    const watches = this.#watchesOf(tenant);
    const object = watches.models.get({ namespace: tenant.namespace, name });
    return object && observe(object, tenant, watches);
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

  onChange(
    listener: (model: { namespace: string; name: string }) => void,
  ): void {
    this.#watches.onWatch(({ models, services }) => {
      models.onChange(({ object: { metadata } }) =>
        listener({ namespace: metadata.namespace ?? '', name: metadata.name }),
      );
      services.onChange(({ object: { metadata } }) => {
        const name = metadata.labels?.[MODEL_OF_SERVICE_LABEL];
        if (name) {
          listener({ namespace: metadata.namespace ?? '', name });
        }
      });
    });
  }

  #watchesOf({ cluster, namespace }: TenantPlace): ModelWatches {
    const watches = this.#watches.get(`${cluster}/${namespace}`);
    if (!watches?.models.synced || !watches.services.synced) {
      throw new ServiceUnavailableError(
        `Kubernetes cluster "${cluster}" has not answered yet for namespace "${namespace}"; try again in a moment`,
      );
    }
    return watches;
  }
}

function observe(
  object: KubernetesObject,
  tenant: TenantPlace,
  { services }: ModelWatches,
): ObservedModel {
  const { ready, reason, modelFormat } = inferenceServiceView(object);
  const { modelType, rule } = detectModelType(object);
  const { namespace } = tenant;
  return {
    name: object.metadata.name,
    tenant,
    kind: 'InferenceService',
    modelType,
    modelTypeRule: rule,
    modelFormat,
    ready,
    reason,
    upstream: resolveUpstream(object, name =>
      services.get({ namespace, name }),
    ),
  };
}
