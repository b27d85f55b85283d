import { ParityStep } from './ParityStep';

export const core = '/api/v1/namespaces/model-gateway';
export const configMaps = `${core}/configmaps`;
export const routes =
  '/apis/gateway.networking.k8s.io/v1/namespaces/model-gateway/httproutes';
export const gateways =
  '/apis/gateway.networking.k8s.io/v1/namespaces/model-gateway/gateways';
export const policies =
  '/apis/gateway.envoyproxy.io/v1alpha1/namespaces/model-gateway';

export const configMap = (data?: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: '$name', ...metadata },
  ...(data && { data }),
});
export const secret = (fields: object) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: '$name' },
  ...fields,
});
export const route = (spec: object, metadata: object = {}) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: '$name', ...metadata },
  spec,
});
export const envoy = (kind: string, spec: object) => ({
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind,
  metadata: { name: '$name' },
  spec,
});
export const predict = {
  parentRefs: [{ name: '$name-nowhere' }],
  hostnames: ['$name.parity.test'],
  rules: [
    {
      name: 'predict',
      matches: [{ path: { type: 'Exact', value: '/x' }, method: 'POST' }],
      filters: [
        {
          type: 'URLRewrite',
          urlRewrite: {
            path: { type: 'ReplaceFullPath', replaceFullPath: '/y' },
          },
        },
      ],
      backendRefs: [
        { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'b' },
      ],
      timeouts: { request: '60s' },
    },
  ],
};
export const target = {
  group: 'gateway.networking.k8s.io',
  kind: 'HTTPRoute',
  name: '$name-nowhere',
};

export const create = (
  path: string,
  body: object,
  status = 201,
): ParityStep => ({
  method: 'POST',
  path,
  body,
  status,
});
export const apply = (
  path: string,
  manager: string,
  body: object,
  status: number,
  query = '',
): ParityStep => ({
  method: 'PATCH',
  path: `${path}/$name?fieldManager=${manager}${query}`,
  patch: 'apply',
  body,
  status,
});
export const merge = (
  path: string,
  manager: string,
  body: object,
  status = 200,
): ParityStep => ({
  method: 'PATCH',
  path: `${path}/$name?fieldManager=${manager}`,
  patch: 'merge',
  body,
  status,
});
export const read = (path: string, answer?: object): ParityStep => ({
  method: 'GET',
  path: `${path}/$name`,
  status: answer ? 200 : 404,
  answer,
});
export const remove = (
  path: string,
  status = 200,
  body?: object,
): ParityStep => ({
  method: 'DELETE',
  path: `${path}/$name`,
  body,
  status,
});

export function gateway(name: string, port: number) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: '$name' },
    spec: {
      gatewayClassName: '$name-nowhere',
      listeners: [{ name, port, protocol: 'HTTP' }],
    },
  };
}
