import { KubernetesObject } from '../cluster/defineResource';
import { LlmInferenceServiceSpec } from '../cluster/resources/LlmInferenceService';
import { detectModelType, openaiPrefixOf } from './detectModelType';
import { ModelWatches, ObservedModel, TenantPlace } from './observeModel';
import { readinessOf } from './readinessOf';
import { resolveLlmUpstream } from './resolveLlmUpstream';

/** The same as `observeModel` for an LLMInferenceService (KServe 0.17 to 0.20, gateway-facts 6.5). */
export function observeLlm(
  object: KubernetesObject,
  tenant: TenantPlace,
  { services }: Pick<ModelWatches, 'services'>,
): ObservedModel {
  const { name } = object.metadata;
  const { model } = (object.spec ?? {}) as LlmInferenceServiceSpec;
  const { modelType, rule } = detectModelType(object);
  const openaiPrefix = openaiPrefixOf(object);
  const servedName = model?.name ?? name;
  return {
    ...readinessOf(object),
    name,
    tenant,
    kind: 'LLMInferenceService',
    mode: undefined,
    entryPoint: undefined,
    protocol: undefined,
    modelFormat: undefined,
    runtime: undefined,
    servedName,
    modelType,
    modelTypeRule: rule,
    isTypeGuessed: false,
    openaiPrefix,
    upstream: resolveLlmUpstream(object, {
      servedName,
      openaiPrefix,
      serviceOf: service =>
        services.get({ namespace: tenant.namespace, name: service }),
    }),
  };
}
