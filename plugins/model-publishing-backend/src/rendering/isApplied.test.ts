import { KubernetesObject, ManagedFields } from '../cluster/defineResource';
import { isApplied } from './isApplied';
import { RenderedObject } from './RenderedObject';

const rendered: RenderedObject = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'BackendTrafficPolicy',
  metadata: {
    name: 'published-model-iris',
    namespace: 'model-gateway',
    labels: { component: 'traffic-policy' },
    annotations: { rendered: 'hash' },
  },
  spec: {
    mergeType: 'StrategicMerge',
    rateLimit: { global: { rules: [{ limit: { requests: 10 } }] } },
  },
};

/** What the API server notes about fields that we have applied. */
function ours(rateLimit: unknown = { 'f:global': { 'f:rules': {} } }) {
  return {
    manager: 'model-publishing',
    operation: 'Apply',
    fieldsV1: {
      'f:metadata': {
        'f:labels': { 'f:component': {} },
        'f:annotations': { 'f:rendered': {} },
      },
      'f:spec': { 'f:mergeType': {}, 'f:rateLimit': rateLimit },
    },
  };
}

const gatewayStatus = {
  manager: 'envoy-gateway',
  operation: 'Update',
  subresource: 'status',
  fieldsV1: { 'f:status': {} },
};

interface Live {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  deletionTimestamp?: string;
  spec?: unknown;
  managedFields?: ManagedFields[];
}

function live({ spec = rendered.spec, ...metadata }: Live = {}) {
  return {
    ...rendered,
    metadata: {
      ...rendered.metadata,
      uid: 'uid',
      generation: 1,
      managedFields: [ours(), gatewayStatus],
      ...metadata,
    },
    spec,
    status: {},
  };
}

const rules = (...list: unknown[]) => ({ global: { rules: list } });
const rule = { limit: { requests: 10 } };

describe('isApplied', () => {
  it.each<[string, KubernetesObject]>([
    ['what was applied, and reported on by the gateway', live()],
    [
      'defaults that the API server has filled in',
      live({
        spec: {
          mergeType: 'StrategicMerge',
          rateLimit: rules({ limit: { requests: 10, unit: 'Second' } }),
        },
      }),
    ],
    [
      'annotations of others',
      live({ annotations: { rendered: 'hash', note: 'seen' } }),
    ],
    [
      'the same values applied by somebody else too',
      live({ managedFields: [ours(), { ...ours(), manager: 'gitops' }] }),
    ],
    ['no book-keeping at all', live({ managedFields: [] })],
  ])('is true with %s', (_, object) => {
    expect(isApplied(rendered, object)).toBe(true);
  });

  it.each<[string, KubernetesObject | undefined]>([
    ['there is no object', undefined],
    [
      'it is being deleted',
      live({ deletionTimestamp: '2026-01-01T00:00:00Z' }),
    ],
    [
      'a value differs',
      live({ spec: { mergeType: 'JSONMerge', rateLimit: rules(rule) } }),
    ],
    ['a field is missing', live({ spec: { rateLimit: rules(rule) } })],
    [
      'a list is longer',
      live({
        spec: { mergeType: 'StrategicMerge', rateLimit: rules(rule, rule) },
      }),
    ],
    [
      'a list is empty',
      live({ spec: { mergeType: 'StrategicMerge', rateLimit: rules() } }),
    ],
    ['a label is missing', live({ labels: {} })],
    [
      'it was applied when more, or less, was rendered',
      live({ annotations: { rendered: 'other' } }),
    ],
    [
      'somebody has changed a list, if only by a field that looks like a default',
      live({
        spec: {
          mergeType: 'StrategicMerge',
          rateLimit: rules({ ...rule, shadowMode: true }),
        },
        managedFields: [
          ours({ '.': {}, 'f:global': { '.': {} } }),
          {
            manager: 'kubectl-edit',
            operation: 'Update',
            fieldsV1: {
              'f:spec': { 'f:rateLimit': { 'f:global': { 'f:rules': {} } } },
            },
          },
        ],
      }),
    ],
    ['it was never applied by us', live({ managedFields: [gatewayStatus] })],
    [
      'we have written it in another way than by apply',
      live({ managedFields: [{ ...ours(), operation: 'Update' }] }),
    ],
  ])('is false when %s', (_, object) => {
    expect(isApplied(rendered, object)).toBe(false);
  });
});
