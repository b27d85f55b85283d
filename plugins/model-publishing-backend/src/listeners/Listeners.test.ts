import { aCustomHostname, aGateway, aState } from '../__testUtils__/builders';
import { FakeClusterClient } from '../cluster/__testUtils__/FakeClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { Gateway, GatewaySpec } from '../cluster/resources/Gateway';
import { Secret } from '../cluster/resources/Secret';
import { Guard } from '../guard/Guard';
import { listenerNameOf } from '../names';
import { PublicationState } from '../state/PublicationState';
import { stateSecretOf } from '../state/stateSecret';
import { ClusterStateStore } from '../state/StateStore';
import { componentSelector } from '../labels';
import { GatewayListeners } from './Listeners';

const place = { namespace: 'model-gateway', instanceId: 'portal' };
const gateway = aGateway({
  hostnames: {
    ...aGateway().hostnames,
    custom: ['a.example', 'b.example'].map(hostname =>
      aCustomHostname({ hostname }),
    ),
  },
});

function aPublicationOn(hostname: string, tenant: string): PublicationState {
  const state = aState({ tenant });
  const configuration = { ...state.configuration, publicHostname: hostname };
  return { ...state, configuration };
}

/** A replica whose watches have seen what was there when it started, and nothing since. */
function aReplica(
  client: FakeClusterClient,
  ensureOnListeners: Guard['ensureOnListeners'] = async () => {},
): GatewayListeners {
  const secrets = client.watch<KubernetesObject>(Secret, {
    namespace: place.namespace,
    labelSelector: componentSelector(place.instanceId, 'state'),
  });
  const states = new ClusterStateStore(client, secrets, {
    ...place,
    gateway: 'models',
    onUnreadable: () => {},
  });
  const gateways = client.watch(Gateway, { namespace: place.namespace });
  const gone = new AbortController();
  [secrets, gateways].forEach(watch => watch.start(gone.signal));
  gone.abort();
  return new GatewayListeners({
    gateway,
    instanceId: place.instanceId,
    client,
    gateways,
    states,
    guard: {
      obstacleToListeners: () => undefined,
      ensureOnListeners,
    },
  });
}

describe('GatewayListeners of a replica whose watches lag behind', () => {
  let client: FakeClusterClient;
  const http = { name: 'http', port: 80, protocol: 'HTTP' };

  beforeEach(() => {
    client = new FakeClusterClient();
    client.seed<KubernetesObject<GatewaySpec>>(Gateway, {
      apiVersion: Gateway.apiVersion,
      kind: Gateway.kind,
      metadata: { name: 'models', namespace: place.namespace },
      spec: { gatewayClassName: 'envoy', listeners: [http] },
    });
  });

  const store = (state: PublicationState) =>
    client.create(Secret, stateSecretOf(state, place));
  const listeners = async () =>
    (
      await client.get(Gateway, { ...place, name: 'models' })
    )?.spec?.listeners.map(({ name }) => name);
  const [a, b] = ['a.example', 'b.example'].map(listenerNameOf);

  it('keeps the listener of a publication that it has not seen', async () => {
    const lagging = aReplica(client);
    await store(aPublicationOn('a.example', 'tenant-a'));
    await aReplica(client).ensure();
    const own = aPublicationOn('b.example', 'tenant-b');
    await store(own);
    await lagging.ensure(own);
    expect(await listeners()).toEqual(['http', a, b]);
  });

  it('has the guard on each listener that it makes before that is there, and makes none without', async () => {
    await store(aPublicationOn('a.example', 'tenant-a'));
    const own = aPublicationOn('b.example', 'tenant-b');
    await store(own);
    const refusing = aReplica(client, async () => {
      throw new Error('no route for you');
    });
    await expect(refusing.ensure(own)).rejects.toThrow('no route for you');
    expect(await listeners()).toEqual(['http']);

    const guarded: unknown[] = [];
    const replica = aReplica(client, async entries => {
      guarded.push(
        entries.map(({ hostname }) => hostname),
        await listeners(),
      );
    });
    await replica.ensure(own);
    expect(guarded).toEqual([['a.example', 'b.example'], ['http']]);
  });

  it('does not write to a Gateway that was changed after it was read', async () => {
    const own = aPublicationOn('b.example', 'tenant-b');
    await store(own);
    const replica = aReplica(client);
    const listAll = client.listAll.bind(client);
    client.listAll = async (...input) => {
      const answer = await listAll(...input);
      client.listAll = listAll;
      // After it has read the states, another replica publishes.
      await store(aPublicationOn('a.example', 'tenant-a'));
      await aReplica(client).ensure();
      return answer as never;
    };
    await replica.ensure(own);
    expect(await listeners()).toEqual(['http', a, b]);
    const written = client.writes.filter(
      ({ resource }) => resource.kind === 'Gateway',
    );
    expect(written).toHaveLength(1);
  });

  it('keeps what may belong to a state that it cannot read', async () => {
    const state = aPublicationOn('a.example', 'tenant-a');
    const stored = await store(state);
    await aReplica(client).ensure();
    await client.replace(Secret, { ...stored, data: { state: 'bmV3ZXI=' } });
    await aReplica(client).ensure();
    expect(await listeners()).toEqual(['http', a]);
  });

  it('says so when a listener has become impossible meanwhile', async () => {
    const own = aPublicationOn('b.example', 'tenant-b');
    await store(own);
    const lagging = aReplica(client);
    const live = await client.get(Gateway, { ...place, name: 'models' });
    const theirs = {
      name: 'theirs',
      port: 443,
      protocol: 'HTTPS',
      hostname: 'b.example',
    };
    client.seed(Gateway, {
      ...Object(live),
      spec: { ...live?.spec, listeners: [http, theirs] },
    });
    await expect(lagging.ensure(own)).rejects.toThrow(/listener "theirs"/);
    expect(await listeners()).toEqual(['http', 'theirs']);
  });

  it('reads nothing of other gateways', async () => {
    await store({
      ...aPublicationOn('a.example', 'tenant-a'),
      gateway: 'another',
    });
    await store(aPublicationOn('b.example', 'tenant-b'));
    await aReplica(client).ensure();
    expect(await listeners()).toEqual(['http', b]);
  });

  it('leaves the listeners of another installation alone', async () => {
    await store(aPublicationOn('a.example', 'tenant-a'));
    await aReplica(client).ensure();
    const live = await client.get(Gateway, { ...place, name: 'models' });
    const [held] = live?.metadata.managedFields ?? [];
    expect(held?.manager).toBe('model-publishing-portal');
  });
});
