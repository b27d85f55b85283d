import {
  agreeingProbe,
  aMemberOf,
  aPortal,
  aConfig,
  seedModel,
} from '../__testUtils__/aPortal';
import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { KubernetesObject } from '../cluster/defineResource';
import { GatewayListener, GatewaySpec } from '../cluster/resources/Gateway';
import { listenerNameOf } from '../names';

const acme = 'models.acme.example';
const listener = listenerNameOf(acme);
const guardRoute = `HTTPRoute/model-publishing-guard-models-${listener}`;
const ownerA = aMemberOf('a');
const ownerB = aMemberOf('b');
const irisOfA = { model: 'iris', tenant: 'tenant-a' };
const irisOfB = { model: 'iris', tenant: 'tenant-b' };

const config = {
  gateways: [
    aGateway({
      cluster: 'fake',
      listeners: ['http'],
      hostnames: {
        ...aGateway().hostnames,
        custom: [
          aCustomHostname(),
          aCustomHostname({ hostname: '*.other.example' }),
        ],
      },
    }),
  ] as typeof aConfig.gateways,
};

const http = { name: 'http', port: 80, protocol: 'HTTP' };

function aCluster(foreign: GatewayListener[] = [http]): FakeCluster {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  seedModel(cluster, 'tenant-b', 'iris');
  cluster.seed({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'models', namespace: 'model-gateway' },
    spec: { gatewayClassName: 'envoy', listeners: foreign },
  });
  return cluster;
}

const started: Array<Awaited<ReturnType<typeof aPortal>>> = [];

async function startOn(cluster: FakeCluster) {
  const portal = await aPortal(cluster, undefined, undefined, config);
  started.push(portal);
  return portal;
}

function gatewayIn(cluster: FakeCluster): KubernetesObject<GatewaySpec> {
  return cluster.objects.get(
    'Gateway/model-gateway/models',
  ) as KubernetesObject<GatewaySpec>;
}

function listenersIn(cluster: FakeCluster): string[] {
  return gatewayIn(cluster).spec?.listeners.map(({ name }) => name) ?? [];
}

const isOfIris = (name: string) => /published-model-iris/.test(name);

/** What the gateway says of our listener. */
function setStatus(
  cluster: FakeCluster,
  status: 'True' | 'False',
  attachedRoutes = 0,
): void {
  const conditions = ['Accepted', 'ResolvedRefs', 'Programmed'].map(type => ({
    type,
    status,
  }));
  cluster.store('MODIFIED', {
    ...gatewayIn(cluster),
    status: { listeners: [{ name: listener, attachedRoutes, conditions }] },
  });
}

/** Lets the gateway take up a route. */
function acceptRoute(cluster: FakeCluster, name: string): void {
  const route = cluster.objects.get(
    `HTTPRoute/model-gateway/${name.replace('HTTPRoute/', '')}`,
  );
  const { parentRefs = [] } = Object(route?.spec);
  const conditions = ['Accepted', 'ResolvedRefs'].map(type => ({
    type,
    status: 'True',
  }));
  cluster.store('MODIFIED', {
    ...Object(route),
    status: {
      parents: parentRefs.map((parentRef: object) => ({
        parentRef,
        conditions,
      })),
    },
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => {
      setTimeout(resolve, 5);
    });
  }
}

describe('publications on custom hostnames', () => {
  afterEach(() => started.splice(0).forEach(({ fleet }) => fleet.stop()));

  const publish = (
    { useCases }: Awaited<ReturnType<typeof aPortal>>,
    publicHostname = acme,
  ) =>
    useCases.publish(ownerA, 'iris', { tenantId: 'tenant-a', publicHostname });

  it('get their listener after its guard and before their own route', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    cluster.writes.length = 0;
    const { externalUrl } = await publish(portal);
    expect(externalUrl).toBe(`https://${acme}/models/iris`);
    const order = cluster.writes
      .filter(write => /HTTPRoute|Gateway\/|SecurityPolicy/.test(write))
      .map(write =>
        write.replace(/published-model-iris-\S{32}(-\S{8})?$/, 'iris$1'),
      );
    expect(order).toEqual([
      'apply SecurityPolicy/iris',
      `apply ${guardRoute}`,
      'apply Gateway/models',
      expect.stringMatching(/^apply HTTPRoute\/iris-/),
    ]);
    expect(listenersIn(cluster)).toEqual(['http', listener]);
  });

  it('share it, and the last one takes it along', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    await portal.useCases.publish(ownerB, 'iris', {
      tenantId: 'tenant-b',
      publicHostname: acme,
      externalPath: '/models/iris-of-b',
    });
    await portal.useCases.unpublish(ownerA, irisOfA);
    expect(listenersIn(cluster)).toEqual(['http', listener]);
    cluster.writes.length = 0;
    await portal.useCases.unpublish(ownerB, irisOfB);
    expect(listenersIn(cluster)).toEqual(['http']);
    const position = (pattern: RegExp) =>
      cluster.writes.findIndex(write => pattern.test(write));
    expect(position(/delete HTTPRoute\/published/)).toBeLessThan(
      position(/apply Gateway/),
    );
    await until(() => !cluster.names().includes(guardRoute));
  });

  it('keep nobody else from being published, changed and unpublished when the Gateway cannot be written', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    const { apply } = FakeClusterClient.prototype;
    const refusing = jest
      .spyOn(FakeClusterClient.prototype, 'apply')
      .mockImplementation(function refuse(this: FakeClusterClient, ...call) {
        return call[1].kind === 'Gateway'
          ? Promise.reject(new Error('A policy engine says no'))
          : apply.apply(this, call);
      });
    // A listener is to be put back, and cannot.
    const gateway = cluster.objects.get('Gateway/model-gateway/models');
    if (gateway) {
      const listeners = [{ name: 'http', port: 80, protocol: 'HTTP' }];
      cluster.store('MODIFIED', { ...gateway, spec: { listeners } });
    }
    const iris = { model: 'iris', tenant: 'tenant-b' };
    await portal.useCases.publish(ownerB, 'iris', {
      tenantId: 'tenant-b',
      externalPath: '/models/iris-of-b',
    });
    await portal.useCases.update(
      ownerB,
      iris,
      { rateLimiting: { burstLimit: 3 } },
      {},
    );
    await expect(
      portal.useCases.unpublish(ownerB, iris),
    ).resolves.toMatchObject({ phase: 'Unpublished' });
    expect(refusing.mock.calls.some(([, { kind }]) => kind === 'Gateway')).toBe(
      true,
    );
    refusing.mockRestore();
  });

  it('write nothing while nothing changes', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    await portal.fleet.settle();
    cluster.writes.length = 0;
    await portal.fleet.settle();
    expect(cluster.writes).toEqual([]);
  });

  it('have their listener put back when it was edited or removed', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    const whole = gatewayIn(cluster);
    const isWhole = () =>
      JSON.stringify(gatewayIn(cluster).spec) === JSON.stringify(whole.spec);
    const [first, ours] = whole.spec?.listeners ?? [];
    for (const listeners of [[first], [first, { ...ours, port: 8443 }]]) {
      cluster.store('MODIFIED', {
        ...whole,
        spec: { ...whole.spec, listeners },
      });
      expect(isWhole()).toBe(false);
      await until(isWhole);
    }
  });

  it('move from listener to listener', async () => {
    const cluster = aCluster();
    let now = new Date('2026-01-01T12:00:00Z');
    const portal = await aPortal(cluster, () => now, undefined, config);
    started.push(portal);
    await publish(portal);
    await portal.useCases.update(
      ownerA,
      irisOfA,
      { publicHostname: 'x.other.example' },
      {},
    );
    expect(listenersIn(cluster)).toHaveLength(3);
    now = new Date('2026-01-01T12:00:11Z');
    await portal.fleet.settle();
    await until(() => listenersIn(cluster).length === 2);
    expect(listenersIn(cluster)).toEqual([
      'http',
      listenerNameOf('*.other.example'),
    ]);
  });

  it('stay at the former hostname while the listener of the new one is not at work', async () => {
    const cluster = aCluster();
    let now = new Date('2026-01-01T12:00:00Z');
    const probe = {
      ...agreeingProbe,
      statusWithoutKey: async () => ({ refusedCertificate: 'CERT_EXPIRED' }),
    };
    const portal = await aPortal(cluster, () => now, probe, config);
    started.push(portal);
    await publish(portal, 'models.example.org');
    const moved = await portal.useCases.update(
      ownerA,
      irisOfA,
      { publicHostname: acme },
      {},
    );
    setStatus(cluster, 'False');
    now = new Date('2026-01-01T13:00:00Z');
    await portal.fleet.settle();
    const routes = () => cluster.names('HTTPRoute').filter(isOfIris);
    expect(routes()).toHaveLength(2);
    for (const name of routes()) {
      acceptRoute(cluster, name);
    }
    await portal.fleet.settle();
    now = new Date('2026-01-01T14:00:00Z');
    await portal.fleet.settle();
    expect(routes()).toHaveLength(2);
    setStatus(cluster, 'True');
    await portal.fleet.settle();
    now = new Date('2026-01-01T15:00:00Z');
    await portal.fleet.settle();
    expect(routes()).toHaveLength(1);
    expect(moved.retiringAddresses).toHaveLength(1);
  });

  it('are looked at again when the gateway says something else of the listener', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    const told = jest.fn();
    portal.fleet.gateways[0]?.onSeen(told);
    setStatus(cluster, 'True');
    expect(told).toHaveBeenCalledWith(undefined);
    told.mockClear();
    setStatus(cluster, 'True', 17);
    expect(told).not.toHaveBeenCalled();
    setStatus(cluster, 'False', 17);
    expect(told).toHaveBeenCalledWith(undefined);
  });

  it('are refused before anything is written where the listener cannot be made', async () => {
    const cluster = aCluster([
      http,
      { name: 'theirs', port: 443, protocol: 'HTTPS', hostname: acme },
    ]);
    const portal = await startOn(cluster);
    cluster.writes.length = 0;
    await expect(publish(portal)).rejects.toMatchObject({
      name: 'ConflictError',
      details: [
        {
          field: 'config.publicHostname',
          problem: expect.stringContaining('listener "theirs"'),
        },
      ],
    });
    expect(cluster.writes).toEqual([]);
    await publish(portal, 'x.other.example');
    await expect(
      portal.useCases.update(ownerA, irisOfA, { publicHostname: acme }, {}),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('are refused without a Gateway', async () => {
    const cluster = aCluster();
    cluster.objects.delete('Gateway/model-gateway/models');
    const portal = await startOn(cluster);
    await expect(publish(portal)).rejects.toThrow(/there is no Gateway/);
  });

  it('do not get a listener that a policy of the platform leaves open', async () => {
    const cluster = aCluster();
    cluster.seed({
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'SecurityPolicy',
      metadata: { name: 'own', namespace: 'model-gateway', generation: 1 },
      spec: {
        targetRefs: [{ kind: 'Gateway', name: 'models', sectionName: 'http' }],
        authorization: { defaultAction: 'Deny' },
      },
      status: {
        ancestors: [
          {
            ancestorRef: { kind: 'Gateway', name: 'models' },
            conditions: [
              { type: 'Accepted', status: 'True', observedGeneration: 1 },
            ],
          },
        ],
      },
    });
    const portal = await startOn(cluster);
    await expect(publish(portal)).rejects.toThrow(/must target the whole/);
    // On the listener that it covers, models are published as before.
    await publish(portal, 'models.example.org');
    expect(listenersIn(cluster)).toEqual(['http']);
  });

  it('end without their listener where the process dies after taking the route away', async () => {
    const cluster = aCluster();
    const portal = await startOn(cluster);
    await publish(portal);
    cluster.onWrite = write => {
      if (/delete HTTPRoute\/published/.test(write)) {
        portal.client.crash();
      }
    };
    void portal.useCases.unpublish(ownerA, irisOfA).catch(() => {});
    await until(() => cluster.writes.some(w => /delete HTTPRoute/.test(w)));
    cluster.onWrite = () => {};
    await startOn(cluster);
    await until(() => !listenersIn(cluster).includes(listener));
    expect(listenersIn(cluster)).toEqual(['http']);
  });
});

describe('two replicas', () => {
  afterEach(() => started.splice(0).forEach(({ fleet }) => fleet.stop()));

  it('do not take away the listener that the other has just made', async () => {
    const cluster = aCluster();
    const [one, two] = [await startOn(cluster), await startOn(cluster)];
    const known = new Set<string>();
    const seen: string[][] = [];
    cluster.listeners.add((_, object) => {
      if (object.kind === 'Gateway') {
        seen.push(listenersIn(cluster));
      }
    });
    await Promise.all([
      one.useCases.publish(ownerA, 'iris', {
        tenantId: 'tenant-a',
        publicHostname: acme,
      }),
      two.useCases.publish(ownerB, 'iris', {
        tenantId: 'tenant-b',
        publicHostname: 'x.other.example',
      }),
    ]);
    expect(listenersIn(cluster)).toHaveLength(3);
    // None that was there is ever missing again.
    for (const names of seen) {
      expect([...known].filter(name => !names.includes(name))).toEqual([]);
      names.forEach(name => known.add(name));
    }
  });
});
