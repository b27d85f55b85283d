import {
  core,
  routes,
  gateways,
  policies,
  route,
  envoy,
  predict,
  target,
  create,
  apply,
  merge,
  read,
  remove,
  gateway,
} from './parityRequests';
import { ParityCase } from './ParityStep';

/** Cases of the kinds of the Gateway API and Envoy Gateway. */
export const gatewayParityCases: readonly ParityCase[] = [
  {
    name: 'a route is completed, counted and repaired',
    steps: [
      apply(
        routes,
        'one',
        { ...route(predict, { labels: { a: 'b' } }), status: { parents: [] } },
        201,
        '&force=true',
      ),
      apply(
        routes,
        'one',
        route(predict, { labels: { a: 'b' } }),
        200,
        '&force=true',
      ),
      merge(routes, 'kubectl-edit', {
        spec: { hostnames: ['$name-2.parity.test'], unknownThing: 1 },
        extra: { x: 1 },
      }),
      apply(routes, 'one', route(predict, { labels: { a: 'b' } }), 409),
      apply(
        routes,
        'one',
        route(predict, { labels: { a: 'b' } }),
        200,
        '&force=true',
      ),
      {
        method: 'PUT',
        path: `${routes}/$name`,
        body: route(predict),
        status: 422,
      },
      apply(routes, 'two', route({ nope: 1 }), 500),
      remove(routes),
    ],
  },
  {
    name: 'the status has a door of its own',
    steps: [
      create(routes, { ...route(predict), status: { parents: [] } }),
      merge(`${routes}`, 'two', { status: { parents: [] } }),
      {
        method: 'PATCH',
        path: `${routes}/$name/status?fieldManager=controller`,
        patch: 'merge',
        body: {
          metadata: { labels: { no: 'no' } },
          spec: { hostnames: ['ignored.test'] },
          status: {
            parents: [
              {
                controllerName: 'parity.test/controller',
                parentRef: { name: '$name-nowhere' },
                conditions: [
                  {
                    type: 'Accepted',
                    status: 'True',
                    reason: 'Accepted',
                    message: '',
                    lastTransitionTime: '2026-01-01T00:00:00Z',
                  },
                ],
              },
            ],
          },
        },
        status: 200,
        answer: {
          metadata: { generation: 1 },
          spec: { hostnames: ['$name.parity.test'] },
        },
      },
      apply(
        routes,
        'one',
        route({ hostnames: ['$name-2.parity.test'] }),
        200,
        '&force=true',
      ),
      remove(routes),
    ],
  },
  {
    name: 'finalizers keep an object until they are gone',
    steps: [
      create(routes, route(predict, { finalizers: ['parity.test/x'] })),
      remove(routes),
      remove(routes),
      merge(routes, 'two', { metadata: { finalizers: null } }),
      read(routes),
    ],
  },
  {
    name: 'listeners are a map by name',
    steps: [
      apply(gateways, 'one', gateway('http', 80), 201, '&dryRun=All'),
      create(gateways, gateway('http', 80)),
      apply(gateways, 'two', gateway('other', 81), 200),
      apply(gateways, 'two', gateway('third', 82), 200),
      merge(gateways, 'three', { metadata: { labels: { a: 'b' } } }),
      remove(gateways),
    ],
  },
  {
    name: 'policies and backends are completed',
    steps: [
      apply(
        `${policies}/securitypolicies`,
        'one',
        envoy('SecurityPolicy', {
          targetRefs: [target],
          apiKeyAuth: {
            credentialRefs: [{ name: 'c' }],
            extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
            forwardClientIDHeader: 'x-client-id',
            sanitize: true,
          },
          authorization: {
            defaultAction: 'Deny',
            rules: [{ name: 'p', action: 'Allow', cel: 'true' }],
          },
        }),
        201,
        '&dryRun=All',
      ),
      apply(
        `${policies}/backendtrafficpolicies`,
        'one',
        envoy('BackendTrafficPolicy', {
          targetRefs: [target],
          mergeType: 'StrategicMerge',
          rateLimit: {
            global: {
              rules: [
                {
                  shared: true,
                  clientSelectors: [{ methods: [{ value: 'POST' }] }],
                  limit: { requests: 1, unit: 'Second' },
                },
              ],
            },
            local: { rules: [{ limit: { requests: 1, unit: 'Second' } }] },
          },
        }),
        201,
        '&dryRun=All',
      ),
      apply(
        `${policies}/clienttrafficpolicies`,
        'one',
        envoy('ClientTrafficPolicy', {
          targetRefs: [{ ...target, kind: 'Gateway' }],
          headers: {
            earlyRequestHeaders: { remove: ['x-client-id', 'x-ai-eg-model'] },
          },
          connection: { bufferLimit: '20Mi' },
        }),
        201,
        '&dryRun=All',
      ),
      apply(
        `${policies}/backends`,
        'one',
        envoy('Backend', {
          endpoints: [
            { fqdn: { hostname: 'a.b.svc.cluster.local', port: 80 } },
          ],
        }),
        201,
        '&dryRun=All',
      ),
      apply(
        `${core}/services`,
        'one',
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: '$name' },
          spec: {
            selector: { a: 'b' },
            ports: [{ name: 'p', port: 80, targetPort: 8080 }],
          },
        },
        201,
        '&dryRun=All',
      ),
    ],
  },
];
