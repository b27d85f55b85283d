import { ParityNames, ParityObject } from './ParityCase';
import { backend, Fields, object, onlyClients } from './parityObjects';

const aiGateway = 'aigateway.envoyproxy.io/v1beta1';

/** A language model of the targets, and what clients call it. */
export interface AiSeed {
  /** Of its objects; the route of the first in the alphabet is the oldest, when both were made in one second. */
  readonly suffix: string;
  readonly publicName: string;
  /** What its server calls it. */
  readonly servedName: string;
  readonly hostname: string;
  /** Client ids of the keys that open it. */
  readonly clients: string;
}

export const chatModel: AiSeed = {
  suffix: '',
  publicName: 'parity/chat',
  servedName: 'chat',
  hostname: 'chat-predictor.tenant-a.svc.cluster.local',
  clients: 'p1.',
};

export const newerModel: AiSeed = {
  suffix: '-newer',
  publicName: 'parity/chat2',
  servedName: 'chat2',
  hostname: 'chat2-predictor.tenant-b.svc.cluster.local',
  clients: 'p2.',
};

export function aiServiceBackend(
  names: ParityNames,
  { suffix }: AiSeed,
): ParityObject {
  const backendRef = {
    group: 'gateway.envoyproxy.io',
    kind: 'Backend',
    name: `${names.prefix}${suffix}`,
  };
  return object(
    names,
    aiGateway,
    'AIServiceBackend',
    { spec: { schema: { name: 'OpenAI', prefix: 'openai/v1' }, backendRef } },
    suffix,
  );
}

/** The AIGatewayRoute of a model as the product renders it; `spec` overrides its fields. */
export function aiRoute(
  names: ParityNames,
  { suffix, publicName, servedName }: AiSeed,
  spec: Fields = {},
): ParityObject {
  const name = `${names.prefix}${suffix}`;
  return object(
    names,
    aiGateway,
    'AIGatewayRoute',
    {
      spec: {
        parentRefs: [
          {
            name: names.gateway,
            kind: 'Gateway',
            group: 'gateway.networking.k8s.io',
          },
        ],
        hostnames: [names.host],
        rules: [
          {
            matches: [
              { headers: [{ name: 'x-ai-eg-model', value: publicName }] },
            ],
            backendRefs: [{ name, modelNameOverride: servedName }],
            modelsOwnedBy: 'tenant',
            modelsCreatedAt: '2026-01-01T00:00:00Z',
          },
        ],
        llmRequestCosts: [
          { metadataKey: 'llm_total_token', type: 'TotalToken' },
        ],
        ...spec,
      },
    },
    suffix,
  );
}

/** Everything of a model but its policies. */
export function aiModel(names: ParityNames, seed: AiSeed): ParityObject[] {
  return [
    backend(names, seed.hostname, seed.suffix),
    aiServiceBackend(names, seed),
    aiRoute(names, seed),
  ];
}

/** A policy for the HTTPRoute that is made of a model's route. */
export function aiPolicy(
  names: ParityNames,
  { suffix }: AiSeed,
  kind: 'SecurityPolicy' | 'BackendTrafficPolicy',
  spec: Fields,
  sectionName?: string,
): ParityObject {
  const targetRef = {
    group: 'gateway.networking.k8s.io',
    kind: 'HTTPRoute',
    name: `${names.prefix}${suffix}`,
    ...(sectionName && { sectionName }),
  };
  return object(
    names,
    'gateway.envoyproxy.io/v1alpha1',
    kind,
    { spec: { targetRefs: [targetRef], ...spec } },
    suffix,
  );
}

/** Only who may call the model; who is calling is the guard's to say. */
export function merged(names: ParityNames, seed: AiSeed): ParityObject {
  return aiPolicy(names, seed, 'SecurityPolicy', {
    mergeType: 'StrategicMerge',
    authorization: onlyClients(seed.clients),
  });
}
