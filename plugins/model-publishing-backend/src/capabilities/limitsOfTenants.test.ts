import {
  acceptedConfigurationSchema,
  PublicationPatch,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { BackendTrafficPolicySpec } from '../cluster/resources/BackendTrafficPolicy';

const owner = aMemberOf('a');
const iris = { model: 'iris' };

async function aPublishedPortal() {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const portal = await aPortal(cluster);
  await portal.useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });
  await portal.fleet.settle();
  return { ...portal, cluster };
}

function placesIn(cluster: FakeCluster): unknown {
  const states = [...cluster.objects.values()].filter(
    ({ metadata }) =>
      metadata.labels?.['inference-portal.io/component'] === 'state',
  );
  const text = Buffer.from(states[0]?.data?.state ?? '', 'base64').toString();
  return JSON.parse(text).limitPlaces;
}

const policySchema = z.object({
  kind: z.literal('BackendTrafficPolicy'),
  spec: z.object({
    rateLimit: z.object({
      global: z.object({
        rules: z.array(z.object({ limit: z.object({ unit: z.string() }) })),
      }),
    }),
  }),
});

function unitsOf(manifest: object): string[] {
  const { data } = policySchema.safeParse(manifest);
  const { rules = [] } = data?.spec.rateLimit.global ?? {};
  return rules.map(({ limit }) => limit.unit);
}

describe('limits of single tenants', () => {
  const perTenant = {
    'tenant-a': { burstLimit: 3 },
    'tenant-b': { requestsPerMinute: 5, burstLimit: 2 },
  };
  const shared = {
    authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    rateLimiting: { perTenant },
  };
  const policyOf = (cluster: FakeCluster) => {
    const policy = [...cluster.objects.values()].find(
      ({ kind, metadata }) =>
        kind === 'BackendTrafficPolicy' &&
        metadata.name.startsWith('published-model-'),
    );
    const { rateLimit } = (policy?.spec ?? {}) as BackendTrafficPolicySpec;
    return (rateLimit?.global?.rules ?? []).map(
      ({ limit, clientSelectors }) => {
        const value = clientSelectors?.[0]?.headers?.[0]?.value ?? 'total';
        const who = value.split('\\.').at(-2) ?? value;
        return `${limit.requests}/${limit.unit} ${who}`;
      },
    );
  };

  it('come and go without moving what stays', async () => {
    const { useCases, fleet, cluster } = await aPublishedPortal();
    const update = (patch: PublicationPatch) =>
      useCases.update(owner, iris, patch, {});
    const updated = await update(shared);
    expect(updated.rateLimiting.perTenant).toEqual(perTenant);
    const all = [
      '10/Second total',
      '100/Minute total',
      '3/Second tenant-a',
      '2/Second tenant-b',
      '5/Minute tenant-b',
    ];
    expect(policyOf(cluster)).toEqual(all);

    await update({ rateLimiting: { perTenant: { 'tenant-a': null } } });
    expect(policyOf(cluster)).toEqual(
      all.map(text => (text === '3/Second tenant-a' ? '1/Hour nobody' : text)),
    );

    await update({ rateLimiting: { perTenant } });
    expect(policyOf(cluster)).toEqual(all);
    fleet.stop();
  });

  it('have their places in the state from the beginning', async () => {
    const { fleet, cluster } = await aPublishedPortal();
    expect(placesIn(cluster)).toEqual([
      { limit: 'burstLimit' },
      { limit: 'requestsPerMinute' },
    ]);
    fleet.stop();
  });

  it('are in no list', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await useCases.update(owner, iris, shared, {});
    const { items } = await useCases.listPublications(owner, { limit: 10 });
    expect(items.map(({ rateLimiting }) => rateLimiting)).toEqual([
      { requestsPerMinute: 100, burstLimit: 10 },
    ]);
    fleet.stop();
  });

  it('are planned where they will stand', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await useCases.update(owner, iris, shared, {});
    const { manifests } = await useCases.planUpdate(
      owner,
      iris,
      { rateLimiting: { perTenant: { 'tenant-a': null } } },
      {},
    );
    const units = manifests.flatMap(manifest => unitsOf(manifest));
    expect(units).toEqual(['Second', 'Minute', 'Hour', 'Second', 'Minute']);
    fleet.stop();
  });

  it.each<[string, PublicationPatch, string]>([
    [
      'of a tenant that leaves',
      { authentication: { allowedTenants: ['tenant-a'] } },
      'config.rateLimiting.perTenant.tenant-b',
    ],
    [
      'of a tenant that may not use it',
      { rateLimiting: { perTenant: { 'tenant-c': { burstLimit: 1 } } } },
      'config.rateLimiting.perTenant.tenant-c',
    ],
  ])('%s have to go first', async (_, patch, field) => {
    const { useCases, fleet, cluster } = await aPublishedPortal();
    await useCases.update(owner, iris, shared, {});
    cluster.writes.length = 0;
    await expect(useCases.update(owner, iris, patch, {})).rejects.toMatchObject(
      { statusCode: 422, details: [{ field }] },
    );
    expect(cluster.writes).toEqual([]);
    fleet.stop();
  });

  it('go together with their tenant in one change', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await useCases.update(owner, iris, shared, {});
    const updated = await useCases.update(
      owner,
      iris,
      {
        authentication: { allowedTenants: ['tenant-a'] },
        rateLimiting: { perTenant: { 'tenant-b': null } },
      },
      {},
    );
    expect(updated.rateLimiting.perTenant).toEqual({
      'tenant-a': { burstLimit: 3 },
    });
    fleet.stop();
  });

  it('are in the record of the publication', async () => {
    const { useCases, fleet, cluster } = await aPublishedPortal();
    await useCases.update(owner, iris, shared, {});
    const record = [...cluster.objects.values()].find(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' && metadata.name === 'published-model-iris',
    );
    const config = JSON.parse(record?.data?.config ?? '');
    expect(acceptedConfigurationSchema.parse(config)).toMatchObject({
      rateLimiting: { perTenant },
    });
    fleet.stop();
  });
});
