import { KubernetesObject } from '../cluster/defineResource';
import {
  hostOf,
  refuse,
  UpstreamResolution,
  UpstreamSurroundings,
} from './resolveUpstream';
import { llmServiceNameOf } from './serviceNames';
import { llmServiceProblem } from './serviceProblem';
import { isPlainName, Upstream } from './Upstream';

/** What the upstream of an LLMInferenceService is resolved from besides the model. */
export interface LlmUpstreamSurroundings
  extends Pick<UpstreamSurroundings, 'serviceOf' | 'openaiPrefix'>,
    Pick<Upstream, 'servedName'> {}

/** Where the pods of an LLMInferenceService answer, and their Service too (gateway-facts 6.5). */
const WORKLOAD_PORT = 8000;

/**
 * Finds the Service in front of the pods of an LLMInferenceService, and checks that it is the model's own. Requests do
 * not pass KServe's scheduler, so they are spread without regard to what each pod has in its cache (gateway-facts 6.5).
 */
export function resolveLlmUpstream(
  model: KubernetesObject,
  { servedName, serviceOf, openaiPrefix }: LlmUpstreamSurroundings,
): UpstreamResolution {
  if (!isPlainName(servedName)) {
    return refuse(
      'ServedNameUnsafe',
      `the model's name "${servedName}" (spec.model.name) cannot be asked for`,
    );
  }
  const { name, namespace = '' } = model.metadata;
  const serviceName = llmServiceNameOf(name);
  if (!serviceName) {
    return refuse(
      'NameUnsafe',
      `no Service can be called "${name}-kserve-workload-svc"; the model needs a shorter or simpler name`,
    );
  }
  const service = serviceOf(serviceName);
  if (!service) {
    return refuse(
      'ServiceMissing',
      `Service "${serviceName}" of the model does not exist`,
    );
  }
  const problem = llmServiceProblem(service, model, WORKLOAD_PORT);
  if (problem) {
    return { ok: false, ...problem };
  }
  return {
    ok: true,
    upstream: {
      hostname: hostOf(serviceName, namespace),
      port: WORKLOAD_PORT,
      hostHeader: undefined,
      servedName,
      // Not asked for: the gateway answers at the metadata address.
      protocol: 'v1',
      openaiPrefix,
    },
  };
}
