import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ClusterSettings } from '../config/clusterSettings';
import { TenantConfig } from '../config/ModelPublishingConfig';
import { detectModelType, openaiPrefixOf } from './detectModelType';
import { findRuntime } from './findRuntime';
import {
  inferenceServiceView,
  InferenceServiceView,
} from './InferenceServiceView';
import { resolveUpstream, UpstreamResolution } from './resolveUpstream';
import { Upstream } from './Upstream';

/** Where a tenant's models are. */
export type TenantPlace = Pick<TenantConfig, 'cluster' | 'namespace'>;

/** A model as it was last seen in its tenant's namespace. */
export interface ObservedModel
  extends Pick<
    InferenceServiceView,
    'ready' | 'reason' | 'mode' | 'protocol' | 'servedName' | 'modelFormat'
  > {
  /** undefined: an LLMInferenceService, which has none of these components. */
  entryPoint: InferenceServiceView['entryPoint'] | undefined;
  name: string;
  tenant: TenantPlace;
  kind: 'InferenceService' | 'LLMInferenceService';
  modelType: ModelType;
  /** The rule that decided the type. */
  modelTypeRule: string;
  /** That rule is a guess, which the model's server may know better. */
  isTypeGuessed: boolean;
  /** What the paths of its server begin with; undefined unless it speaks OpenAI's protocol. */
  openaiPrefix: Upstream['openaiPrefix'] | undefined;
  /** Name of the ServingRuntime or ClusterServingRuntime. */
  runtime: string | undefined;
  upstream: UpstreamResolution;
}

/** What is watched in a tenant's namespace to know its models. */
export interface ModelWatches {
  /** InferenceServices. */
  models: ResourceWatch<KubernetesObject>;
  /** LLMInferenceServices. Nobody waits for them: an account from before they were known may not read them. */
  llms: ResourceWatch<KubernetesObject>;
  services: ResourceWatch<KubernetesObject>;
  runtimes: ResourceWatch<KubernetesObject>;
}

/** What is to be known of the cluster of a model. */
export interface ModelCluster {
  settings: ClusterSettings;
  /** ClusterServingRuntimes; undefined where they are not looked at. */
  runtimes: ResourceWatch<KubernetesObject> | undefined;
}

/** What there is to say about a model, from everything that was seen of it. */
export function observeModel(
  object: KubernetesObject,
  tenant: TenantPlace,
  { services, runtimes }: ModelWatches,
  cluster: ModelCluster,
): ObservedModel {
  const { namespace } = tenant;
  const { runtime, ...view } = inferenceServiceView(object);
  const chosen = findRuntime(runtime, namespace, {
    ofNamespace: runtimes,
    ofCluster: cluster.runtimes,
  });
  const { modelType, rule, isGuess = false } = detectModelType(object, chosen);
  const openaiPrefix = openaiPrefixOf(object, chosen);
  return {
    ...view,
    name: object.metadata.name,
    tenant,
    kind: 'InferenceService',
    modelType,
    modelTypeRule: rule,
    isTypeGuessed: isGuess,
    openaiPrefix: modelType === 'openai' ? openaiPrefix : undefined,
    runtime: runtime?.name,
    upstream: resolveUpstream(object, {
      serviceOf: name => services.get({ namespace, name }),
      localGateway: cluster.settings.knativeLocalGateway,
      modelType,
      openaiPrefix,
    }),
  };
}
