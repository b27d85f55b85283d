import { Fields, isFields } from '../fields/Fields';

const policyFields = [
  'mergeType',
  'targetRef',
  'targetRefs',
  'targetSelectors',
];

/** Fields of the spec of the kinds that the portal renders: Gateway API 1.6, Envoy Gateway 1.9, AI Gateway 1.0. */
const specFields: Readonly<Record<string, readonly string[]>> = {
  Gateway: [
    'addresses',
    'allowedListeners',
    'gatewayClassName',
    'infrastructure',
    'listeners',
    'tls',
  ],
  HTTPRoute: ['hostnames', 'parentRefs', 'rules'],
  Backend: ['appProtocols', 'endpoints', 'fallback', 'tls', 'type'],
  SecurityPolicy: [
    ...policyFields,
    ...[
      'apiKeyAuth',
      'authorization',
      'basicAuth',
      'cors',
      'csrf',
      'extAuth',
      'jwt',
      'oidc',
    ],
  ],
  BackendTrafficPolicy: [
    ...policyFields,
    ...[
      'admissionControl',
      'bandwidthLimit',
      'circuitBreaker',
      'compression',
      'compressor',
      'connection',
    ],
    ...[
      'dns',
      'faultInjection',
      'healthCheck',
      'http2',
      'httpUpgrade',
      'loadBalancer',
      'proxyProtocol',
    ],
    ...[
      'rateLimit',
      'requestBuffer',
      'responseOverride',
      'retry',
      'routingType',
      'tcpKeepalive',
    ],
    ...['telemetry', 'timeout', 'useClientProtocol'],
  ],
  ClientTrafficPolicy: [
    ...policyFields.filter(field => field !== 'mergeType'),
    ...[
      'clientIPDetection',
      'connection',
      'enableProxyProtocol',
      'grpc',
      'headers',
      'healthCheck',
      'http1',
    ],
    ...[
      'http2',
      'http3',
      'path',
      'proxyProtocol',
      'scheme',
      'tcpKeepalive',
      'timeout',
      'tls',
    ],
  ],
  AIGatewayRoute: ['hostnames', 'llmRequestCosts', 'parentRefs', 'rules'],
  AIServiceBackend: ['backendRef', 'bodyMutation', 'headerMutation', 'schema'],
  HTTPRouteFilter: [
    'credentialInjection',
    'directResponse',
    'matches',
    'urlRewrite',
  ],
};

const objectFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Paths of fields that the schema of the kind does not have, as far as this sandbox knows schemas. */
export function unknownFieldsOf(kind: string, object: Fields): string[] {
  const known = specFields[kind];
  if (!known) {
    return [];
  }
  const spec = isFields(object.spec) ? object.spec : {};
  return [
    ...Object.keys(object).filter(name => !objectFields.includes(name)),
    ...Object.keys(spec)
      .filter(name => !known.includes(name))
      .map(name => `spec.${name}`),
  ];
}

/** The object without its unknown fields, which a real API server drops silently. */
export function withoutUnknownFields<T extends Fields>(
  kind: string,
  object: T,
): T {
  const unknown = new Set(unknownFieldsOf(kind, object));
  if (unknown.size === 0) {
    return object;
  }
  const pruned = { ...object };
  for (const name of Object.keys(object).filter(each => unknown.has(each))) {
    delete pruned[name];
  }
  const spec = Object.entries(isFields(object.spec) ? object.spec : {});
  return {
    ...pruned,
    spec: Object.fromEntries(
      spec.filter(([name]) => !unknown.has(`spec.${name}`)),
    ),
  };
}
