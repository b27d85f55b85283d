import { setTimeout as sleep } from 'node:timers/promises';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';
import { Tenant } from '../tenancy/Tenant';

type Portal = Awaited<ReturnType<typeof aPortal>>;

const tenantC: Tenant = {
  cluster: 'fake',
  namespace: 'tenant-c',
  owners: ['group:default/c'],
  source: 'group',
};
const ownerC = aMemberOf('c');
const admin = aMemberOf('platform');

async function aPortalWithTenantC(cluster: FakeCluster): Promise<Portal> {
  const portal = await aPortal(cluster);
  portal.registry.read([...portal.registry.tenants, tenantC]);
  await sleep(0);
  return portal;
}

const routesOf = (cluster: FakeCluster) =>
  cluster.namesOfPublications('HTTPRoute');

const namesOf = async ({ useCases }: Portal, caller: typeof admin) =>
  (await useCases.listPublications(caller, { limit: 50 })).items.map(
    ({ modelName }) => modelName,
  );

async function eventually(check: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !check(); attempt++) {
    await sleep(10);
  }
}

describe('the fleet', () => {
  it('serves a tenant that appears while it runs', async () => {
    const cluster = new FakeCluster();
    seedModel(cluster, 'tenant-c', 'iris');
    const portal = await aPortalWithTenantC(cluster);
    await portal.useCases.publish(ownerC, 'iris', { tenantId: 'tenant-c' });
    expect(routesOf(cluster)).toHaveLength(1);
    expect(
      cluster.objects.get('ConfigMap/tenant-c/published-model-iris'),
    ).toBeDefined();
    portal.fleet.stop();
  });

  it('takes in what happens to the models of such a tenant', async () => {
    const cluster = new FakeCluster();
    const portal = await aPortalWithTenantC(cluster);
    seedModel(cluster, 'tenant-c', 'iris');
    await portal.useCases.publish(ownerC, 'iris', { tenantId: 'tenant-c' });
    const service = cluster.objects.get('Service/tenant-c/iris-predictor');
    cluster.store('DELETED', service ?? fail('there is no Service'));
    await eventually(() => routesOf(cluster).length === 0);
    expect(routesOf(cluster)).toEqual([]);
    portal.fleet.stop();
  });

  it('goes on serving a tenant that nothing names any more, for admins to see', async () => {
    const cluster = new FakeCluster();
    seedModel(cluster, 'tenant-c', 'iris');
    const portal = await aPortalWithTenantC(cluster);
    await portal.useCases.publish(ownerC, 'iris', { tenantId: 'tenant-c' });
    portal.registry.read(
      portal.registry.tenants.filter(({ source }) => source === 'config'),
    );
    await portal.fleet.settle();
    expect(routesOf(cluster)).toHaveLength(1);
    await expect(namesOf(portal, ownerC)).resolves.toEqual([]);
    await expect(namesOf(portal, admin)).resolves.toEqual(['iris']);
    portal.fleet.stop();
  });

  it('serves such a tenant after a restart too, and repairs what is its', async () => {
    const cluster = new FakeCluster();
    seedModel(cluster, 'tenant-c', 'iris');
    const before = await aPortalWithTenantC(cluster);
    await before.useCases.publish(ownerC, 'iris', { tenantId: 'tenant-c' });
    before.fleet.stop();
    const [route] = [...cluster.objects.values()].filter(
      ({ kind, metadata }) =>
        kind === 'HTTPRoute' && metadata.name.startsWith('published-'),
    );
    cluster.store('DELETED', route ?? fail('there is no route'));

    const after = await aPortal(cluster);
    await after.fleet.settle();
    expect(routesOf(cluster)).toHaveLength(1);
    await expect(namesOf(after, admin)).resolves.toEqual(['iris']);
    await after.useCases.unpublish(admin, { model: 'iris' });
    expect(routesOf(cluster)).toEqual([]);
    expect(after.registry.known().map(({ namespace }) => namespace)).toEqual([
      'tenant-a',
      'tenant-b',
    ]);
    after.fleet.stop();
  });
});

function fail(reason: string): never {
  throw new Error(reason);
}
