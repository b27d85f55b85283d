import { KubernetesObject } from '../cluster/defineResource';
import { listenersVerdict, platformListeners } from './gatewayListeners';
import { aCondition } from './observedObjects';

const GOOD = ['Accepted', 'ResolvedRefs', 'Programmed'].map(type =>
  aCondition(type, 'True'),
);
const listener = (name: string) => ({ name, port: 80, protocol: 'HTTP' });

/** A Gateway with these listeners, of which it has judged only some. */
function aGatewayWith(names: string[], judged = names): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'models', generation: 1 },
    spec: { listeners: names.map(listener) },
    status: { listeners: judged.map(name => ({ name, conditions: GOOD })) },
  };
}

describe('platformListeners', () => {
  it('are all of the Gateway but those that the portal makes', () => {
    const gateway = aGatewayWith(['http', 'mp-acme', 'https']);
    const seen = platformListeners(gateway, { wanted: [], ours: ['mp-acme'] });
    expect(seen.map(({ name }) => name)).toEqual(['http', 'https']);
    expect(listenersVerdict(seen)).toMatchObject({ status: 'True' });
  });

  it('are those of the configuration, also when there is no such one', () => {
    const seen = platformListeners(aGatewayWith(['http', 'https']), {
      wanted: ['http', 'htpps'],
      ours: [],
    });
    expect(seen.map(({ verdict }) => verdict.status)).toEqual([
      'True',
      'False',
    ]);
    expect(listenersVerdict(seen)).toMatchObject({
      reason: 'ListenerMissing',
      message: expect.stringContaining('"htpps"'),
    });
  });

  it('are not good before the gateway has said so', () => {
    const gateway = aGatewayWith(['http', 'https'], ['http']);
    const seen = platformListeners(gateway, { wanted: [], ours: [] });
    expect(listenersVerdict(seen)).toMatchObject({
      status: 'Unknown',
      reason: 'NoStatus',
    });
  });

  it.each([
    ['without listeners', aGatewayWith([])],
    ['that does not exist', undefined],
  ])('of a Gateway %s are bad', (_, gateway) =>
    expect(
      listenersVerdict(platformListeners(gateway, { wanted: [], ours: [] })),
    ).toMatchObject({ status: 'False', reason: 'ListenerMissing' }),
  );
});
