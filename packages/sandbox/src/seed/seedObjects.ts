import {
  envoyGatewayConfig,
  envoyGatewayConfigText,
} from '../gateway/envoyGatewayConfig';
import { ModelSeed } from './inferenceServices';
import { LanguageModelSeed } from './languageModels';
import { localGateway, localGatewayService } from './services';

const gatewayApi = 'gateway.networking.k8s.io';

/** Where everything that is published lives. */
export const gatewayNamespace = 'model-gateway';

/** Name of the Gateway that the sandbox serves. */
export const gatewayName = 'models';

/**
 * The models of the sandbox: a healthy one per tenant, by protocol v1 and v2, a language model per tenant, one in
 * Knative mode, one behind a transformer, one that failed to load, and one of KServe's kind for language models.
 */
export const seededModels: {
  ready: ModelSeed[];
  broken: ModelSeed[];
  llm: LanguageModelSeed[];
} = {
  llm: [{ namespace: 'tenant-a', name: 'llm' }],
  ready: [
    {
      namespace: 'tenant-a',
      name: 'iris',
      protocolVersion: 'v1',
      storageUri: 'pvc://models/iris',
    },
    {
      namespace: 'tenant-b',
      name: 'iris',
      protocolVersion: 'v2',
      storageUri: 'pvc://models/iris',
    },
    {
      namespace: 'tenant-a',
      name: 'chat',
      format: 'huggingface',
      args: ['--model_name=chat', '--task=text_generation'],
      storageUri: 'pvc://models/chat',
    },
    {
      namespace: 'tenant-b',
      name: 'chat2',
      format: 'huggingface',
      args: ['--model_name=chat2', '--task=text_generation'],
      storageUri: 'pvc://models/chat2',
    },
    {
      namespace: 'tenant-c',
      name: 'chat3',
      format: 'huggingface',
      args: ['--model_name=chat3', '--task=text_generation'],
      storageUri: 'pvc://models/chat3',
    },
    {
      namespace: 'tenant-a',
      name: 'flowers',
      mode: 'Knative',
      storageUri: 'pvc://models/iris',
    },
    {
      namespace: 'tenant-b',
      name: 'flowers-mm',
      transformed: true,
      storageUri: 'pvc://models/iris',
    },
  ],
  broken: [
    {
      namespace: 'tenant-a',
      name: 'broken',
      storageUri: 'pvc://models/does-not-exist',
    },
  ],
};

/** The platform's part: namespaces, Gateway and its controller's settings, and what Knative's installation brings. */
export function platformObjects({
  globalRateLimit,
}: {
  globalRateLimit: boolean;
}) {
  const namespaces = [
    gatewayNamespace,
    'tenant-a',
    'tenant-b',
    'tenant-c',
    localGateway.namespace,
    envoyGatewayConfig.namespace,
  ].map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }));
  return [
    ...namespaces,
    localGatewayService(),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: envoyGatewayConfig.name,
        namespace: envoyGatewayConfig.namespace,
      },
      data: {
        [envoyGatewayConfig.key]: envoyGatewayConfigText(globalRateLimit),
      },
    },
    {
      apiVersion: `${gatewayApi}/v1`,
      kind: 'GatewayClass',
      metadata: { name: 'envoy' },
      spec: {
        controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
      },
    },
    {
      apiVersion: `${gatewayApi}/v1`,
      kind: 'Gateway',
      metadata: { name: gatewayName, namespace: gatewayNamespace },
      spec: {
        gatewayClassName: 'envoy',
        listeners: [
          {
            name: 'http',
            protocol: 'HTTP',
            port: 80,
            allowedRoutes: { namespaces: { from: 'Same' } },
          },
        ],
      },
    },
  ];
}
