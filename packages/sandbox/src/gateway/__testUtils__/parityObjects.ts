import { ParityNames, ParityObject } from './ParityCase';

const gatewayApi = 'gateway.networking.k8s.io';
const envoyGateway = 'gateway.envoyproxy.io';

export type Fields = Record<string, unknown>;

/** An object of the case; `suffix` tells it from others of its kind. */
export function object(
  names: ParityNames,
  apiVersion: string,
  kind: string,
  fields: Fields,
  suffix = '',
): ParityObject {
  return {
    apiVersion,
    kind,
    metadata: {
      name: `${names.prefix}${suffix}`,
      namespace: names.namespace,
    },
    ...fields,
  };
}

/** A Backend for tenant-a/iris unless another hostname is given. */
export function backend(
  names: ParityNames,
  hostname = 'iris-predictor.tenant-a.svc.cluster.local',
  suffix = '',
): ParityObject {
  return object(
    names,
    `${envoyGateway}/v1alpha1`,
    'Backend',
    { spec: { endpoints: [{ fqdn: { hostname, port: 80 } }] } },
    suffix,
  );
}

/** A rule that sends an exact path to a path of the model. */
export function ruleTo(
  names: ParityNames,
  path: string,
  modelPath: string,
  extra: Fields = {},
): Fields {
  return {
    matches: [{ path: { type: 'Exact', value: path } }],
    filters: [
      {
        type: 'URLRewrite',
        urlRewrite: {
          path: { type: 'ReplaceFullPath', replaceFullPath: modelPath },
        },
      },
    ],
    backendRefs: [{ group: envoyGateway, kind: 'Backend', name: names.prefix }],
    ...extra,
  };
}

/** An HTTPRoute of the Gateway under test with the given rules; `spec` overrides its fields. */
export function route(
  names: ParityNames,
  rules: Fields[],
  spec: Fields = {},
  suffix = '',
): ParityObject {
  return object(
    names,
    `${gatewayApi}/v1`,
    'HTTPRoute',
    {
      spec: {
        parentRefs: [{ name: names.gateway }],
        hostnames: [names.host],
        rules,
        ...spec,
      },
    },
    suffix,
  );
}

/** The usual route: `/predict` and `/metadata` of the iris model. */
export function irisRoute(names: ParityNames, spec: Fields = {}): ParityObject {
  return route(
    names,
    [
      ruleTo(names, '/predict', '/v1/models/iris:predict', { name: 'predict' }),
      ruleTo(names, '/metadata', '/v1/models/iris', { name: 'metadata' }),
    ],
    spec,
  );
}

/** A Secret with the given client ids and keys. */
export function keys(
  names: ParityNames,
  clients: Record<string, string>,
  suffix = '',
): ParityObject {
  const data = Object.fromEntries(
    Object.entries(clients).map(([id, key]) => [
      id,
      Buffer.from(key).toString('base64'),
    ]),
  );
  return object(names, 'v1', 'Secret', { type: 'Opaque', data }, suffix);
}

function targetOf(names: ParityNames, kind: 'HTTPRoute' | 'Gateway'): Fields {
  const name = kind === 'Gateway' ? names.gateway : names.prefix;
  return { group: gatewayApi, kind, name };
}

/** The API key settings that the product always renders. */
export function apiKeyAuth(secret: string): Fields {
  return {
    credentialRefs: [{ name: secret }],
    extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
    forwardClientIDHeader: 'x-client-id',
    sanitize: true,
  };
}

/** Admits clients whose id has the prefix. */
export function onlyClients(prefix: string): Fields {
  return {
    defaultAction: 'Deny',
    rules: [
      {
        name: 'publication',
        action: 'Allow',
        cel: `request.headers['x-client-id'].startsWith('${prefix}')`,
      },
    ],
  };
}

type PolicyKind =
  | 'SecurityPolicy'
  | 'BackendTrafficPolicy'
  | 'ClientTrafficPolicy';

/** A policy for the case's route or for the Gateway under test. */
export function policy(
  names: ParityNames,
  kind: PolicyKind,
  target: 'HTTPRoute' | 'Gateway',
  spec: Fields,
  suffix = target === 'Gateway' ? '-gateway' : '',
): ParityObject {
  return object(
    names,
    `${envoyGateway}/v1alpha1`,
    kind,
    { spec: { targetRefs: [targetOf(names, target)], ...spec } },
    suffix,
  );
}
