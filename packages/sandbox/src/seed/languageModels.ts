import { hostOf } from './services';

const since = '2026-01-01T00:00:00Z';
/** Where its pods are reached through the Service. */
export const llmPort = 8000;

export function llmServiceNameOf(name: string): string {
  return `${name}-kserve-workload-svc`;
}

/** A language model to put there. */
export interface LanguageModelSeed {
  readonly namespace: string;
  readonly name: string;
}

/** An LLMInferenceService that KServe 0.20 has deployed (gateway-facts 6.5). */
export function readyLlmInferenceService({
  namespace,
  name,
}: LanguageModelSeed) {
  const condition = (type: string) => ({
    type,
    status: 'True',
    lastTransitionTime: since,
  });
  return {
    apiVersion: 'serving.kserve.io/v1alpha2',
    kind: 'LLMInferenceService',
    metadata: { name, namespace },
    spec: {
      model: { uri: `hf://example/${name}`, name },
      replicas: 1,
    },
    status: {
      addresses: [
        {
          url: `http://${hostOf(namespace, llmServiceNameOf(name))}:${llmPort}`,
        },
      ],
      conditions: ['PresetsCombined', 'WorkloadsReady', 'Ready'].map(condition),
      observedGeneration: 1,
    },
  };
}

/**
 * The Service in front of its pods.
 *
 * @param ownerUid - uid of the LLMInferenceService
 */
export function llmService(
  { namespace, name }: LanguageModelSeed,
  ownerUid: string,
) {
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'llminferenceservice',
    'app.kubernetes.io/component': 'llminferenceservice-workload',
  };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: llmServiceNameOf(name),
      namespace,
      labels,
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1alpha2',
          kind: 'LLMInferenceService',
          name,
          uid: ownerUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      type: 'ClusterIP',
      selector: labels,
      ports: [
        { name: 'http', port: llmPort, protocol: 'TCP', targetPort: llmPort },
      ],
    },
  };
}
