import { ObjectChange } from '../../kubernetes/ObjectStore';
import { typeOfKind } from '../../kubernetes/kinds/resourceTypes';
import { routesTouchedBy } from './routesTouchedBy';
import { aiObjects, anAiRoute, aRule } from './__testUtils__/aiBuilders';

const { routes } = aiObjects(
  [anAiRoute(), anAiRoute({ name: 'two', rules: [aRule('x'), aRule('y')] })],
  [],
);
const aiGateway = 'aigateway.envoyproxy.io/v1beta1';
const owned = [
  { apiVersion: aiGateway, kind: 'AIGatewayRoute', name: 'two', uid: 'u' },
];

function aChange(
  type: ObjectChange['type'],
  apiVersion: string,
  kind: string,
  metadata: object,
  before?: object,
): ObjectChange {
  const resource = typeOfKind(apiVersion, kind);
  if (!resource) {
    throw new Error(`${kind} is not served`);
  }
  const objectWith = (fields: object) => ({
    apiVersion,
    kind,
    metadata: {
      namespace: 'model-gateway',
      name: 'x',
      uid: 'u',
      resourceVersion: '1',
      creationTimestamp: '',
      ...fields,
    },
  });
  return {
    type,
    resource,
    object: objectWith(metadata),
    previous: before && objectWith(before),
  };
}

const httpRoute = ['gateway.networking.k8s.io/v1', 'HTTPRoute'] as const;
const filter = ['gateway.envoyproxy.io/v1alpha1', 'HTTPRouteFilter'] as const;
const gateway = ['gateway.networking.k8s.io/v1', 'Gateway'] as const;
const aiRoute = [aiGateway, 'AIGatewayRoute'] as const;
const aiBackend = [aiGateway, 'AIServiceBackend'] as const;
const both = ['model-gateway/chat', 'model-gateway/two'];

describe('routesTouchedBy', () => {
  it.each<[string, ObjectChange, string[]]>([
    ['a new route', aChange('ADDED', ...aiRoute, {}), ['model-gateway/x']],
    [
      'another spec of a route',
      aChange('MODIFIED', ...aiRoute, { generation: 2 }, { generation: 1 }),
      ['model-gateway/x'],
    ],
    [
      'another label of a route',
      aChange('MODIFIED', ...aiRoute, { generation: 1 }, { generation: 1 }),
      [],
    ],
    [
      'a new AIServiceBackend',
      aChange('ADDED', ...aiBackend, { name: 'y' }),
      ['model-gateway/two'],
    ],
    [
      'an AIServiceBackend of another namespace',
      aChange('ADDED', ...aiBackend, { name: 'y', namespace: 'elsewhere' }),
      [],
    ],
    [
      'the coming loss of an AIServiceBackend',
      aChange(
        'MODIFIED',
        ...aiBackend,
        { name: 'y', deletionTimestamp: '2026-01-01T00:00:00Z' },
        { name: 'y' },
      ),
      [],
    ],
    [
      'the loss of an AIServiceBackend',
      aChange('DELETED', ...aiBackend, { name: 'y' }),
      [],
    ],
    [
      'the loss of what was made of a route',
      aChange('DELETED', ...httpRoute, { ownerReferences: owned }),
      ['model-gateway/two'],
    ],
    [
      'the loss of the owner',
      aChange('MODIFIED', ...filter, {}, { ownerReferences: owned }),
      ['model-gateway/two'],
    ],
    ['an HTTPRoute of somebody', aChange('MODIFIED', ...httpRoute, {}, {}), []],
    ['a new Gateway', aChange('ADDED', ...gateway, {}), both],
    [
      'another status of a Gateway',
      aChange('MODIFIED', ...gateway, {}, {}),
      [],
    ],
  ])('after %s', (_, change, expected) => {
    expect([...new Set(routesTouchedBy(change, () => routes))]).toEqual(
      expected,
    );
  });
});
