import { setTimeout as sleep } from 'node:timers/promises';
import { aMemberOf, aPortal } from '../__testUtils__/aPortal';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { KubernetesObject } from '../cluster/defineResource';
import { aModel, aServiceOf } from './aModel';

const owner = aMemberOf('a');
const GATEWAY = 'knative-local-gateway.istio-system.svc.cluster.local';

const ready = { conditions: [{ type: 'Ready', status: 'True' }] };
const standard = aModel();
const knative = aModel({ status: { ...ready, deploymentMode: 'Knative' } });
const standardService = aServiceOf(standard);
const knativeService: KubernetesObject = {
  ...aServiceOf(knative),
  spec: { type: 'ExternalName', externalName: GATEWAY },
};

async function published(model: KubernetesObject, service: KubernetesObject) {
  const cluster = new FakeCluster();
  cluster.seed(model);
  cluster.seed(service);
  const portal = await aPortal(cluster);
  await portal.useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });
  return { cluster, portal };
}

/** What leads to the model, as `kind host`. */
const waysIn = (cluster: FakeCluster) =>
  cluster
    .namesOfPublications('HTTPRoute', 'Backend')
    .map(name => name.split('/')[0]);

async function eventually(check: () => void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      check();
      return;
    } catch (error) {
      if (attempt === 200) {
        throw error;
      }
      await sleep(5);
    }
  }
}

describe('a published model', () => {
  it('in Knative mode is asked for by its host at the local gateway', async () => {
    const { cluster, portal } = await published(knative, knativeService);
    const [backend] = [...cluster.objects.values()].filter(
      ({ kind }) => kind === 'Backend',
    );
    expect(backend?.spec).toMatchObject({
      endpoints: [{ fqdn: { hostname: GATEWAY, port: 80 } }],
    });
    const [route] = [...cluster.objects.values()].filter(
      ({ kind, metadata }) =>
        kind === 'HTTPRoute' && metadata.name.startsWith('published-'),
    );
    const { rules } = route?.spec as {
      rules: Array<{ filters: Array<{ urlRewrite?: { hostname: string } }> }>;
    };
    expect(
      rules.map(({ filters }) =>
        filters.flatMap(one => one.urlRewrite?.hostname ?? []),
      ),
    ).toEqual(
      Array.from({ length: 4 }, () => [
        'iris-predictor.tenant-a.svc.cluster.local',
      ]),
    );
    portal.fleet.stop();
  });

  const edited = (
    service: KubernetesObject,
    spec: object,
    metadata: object = {},
  ): KubernetesObject => ({
    ...service,
    metadata: { ...service.metadata, ...metadata },
    spec: { ...(service.spec as object), ...spec },
  });

  it.each<[string, KubernetesObject, KubernetesObject, KubernetesObject]>([
    [
      'leads out of the cluster',
      standard,
      standardService,
      edited(standardService, { type: 'ExternalName', externalName: 'a.test' }),
    ],
    [
      'leads out of the cluster and has lost its labels',
      standard,
      standardService,
      edited(
        standardService,
        { type: 'ExternalName', externalName: 'a.test' },
        { labels: {} },
      ),
    ],
    [
      'selects no pods',
      standard,
      standardService,
      edited(standardService, { selector: undefined }),
    ],
    [
      'belongs to somebody else',
      standard,
      standardService,
      edited(standardService, {}, { ownerReferences: [] }),
    ],
    [
      'stands for another gateway than that of Knative',
      knative,
      knativeService,
      edited(knativeService, {
        externalName: 'knative-local-gateway.tenant-a.svc.cluster.local',
      }),
    ],
  ])(
    'loses its route when its Service %s, and gets it back with the Service',
    async (_, model, service, violation) => {
      const { cluster, portal } = await published(model, service);
      expect(waysIn(cluster)).toEqual(['Backend', 'HTTPRoute']);
      cluster.store('MODIFIED', violation);
      await eventually(() => expect(waysIn(cluster)).toEqual([]));
      cluster.store('MODIFIED', service);
      await eventually(() =>
        expect(waysIn(cluster)).toEqual(['Backend', 'HTTPRoute']),
      );
      portal.fleet.stop();
    },
  );

  it('loses its route when its mode changes to one that its Service does not fit', async () => {
    const { cluster, portal } = await published(standard, standardService);
    cluster.store('MODIFIED', knative);
    await eventually(() => expect(waysIn(cluster)).toEqual([]));
    portal.fleet.stop();
  });
});
