import { Visibility } from '@inference-portal/plugin-model-publishing-common';
import { UsageAmount } from '../usage/telling/UsageStore';
import { aMemberOf, aPortal, seedModel } from './aPortal';
import { FakeCluster } from './FakeCluster';
import { FakeUsageStore } from './FakeUsageStore';

const HOUR_MS = 60 * 60_000;

/**
 * A portal at noon whose usage is counted since midnight. tenant-a has published iris at ten, for tenant-b too. Of each
 * hour since then, 3 requests have reached it, 1 was refused, and each tenant has made 2 calls.
 */
export async function aCountedPortal(visibility: Visibility = 'portal') {
  const noon = Date.UTC(2026, 2, 4, 12);
  let now = noon - 2 * HOUR_MS;
  const source = { exists: true };
  const store = new FakeUsageStore();
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const portal = await aPortal(
    cluster,
    () => new Date(now),
    undefined,
    undefined,
    { store, source },
  );
  const { id, apiKeyId } = await portal.useCases.publish(
    aMemberOf('a'),
    'iris',
    {
      tenantId: 'tenant-a',
      visibility,
      authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    },
  );
  now = noon;
  const uid = String(
    portal.fleet.gateways[0]?.states.list().find(state => state.id === id)?.uid,
  );
  const lastAccessAt = new Date(noon - 30_000);
  store.coverages.set('fake', {
    since: new Date(noon - 12 * HOUR_MS),
    asOf: new Date(noon - 5_000),
    collectedAt: new Date(noon - 5_000),
    problem: undefined,
  });
  store.totals.set(uid, {
    requests: 6,
    requestsToday: 6,
    rateLimited: 2,
    tokens: undefined,
    lastAccessAt,
  });
  const ofTenant = { calls: 4, callsToday: 4, tokens: undefined, lastAccessAt };
  store.tenants.set(
    uid,
    new Map([
      ['tenant-a', ofTenant],
      ['tenant-b', ofTenant],
    ]),
  );
  store.counted.set(
    uid,
    [10, 11].flatMap(hour => countedAt(new Date(Date.UTC(2026, 2, 4, hour)))),
  );
  return {
    ...portal,
    store,
    source,
    uid,
    keyOfA: String(apiKeyId),
    /** Goes on to a time after noon, in milliseconds. */
    pass: (ms: number) => {
      now = noon + ms;
    },
  };
}

function countedAt(start: Date): UsageAmount[] {
  const all = { start, detail: '', tenant: '', keyId: '' };
  return [
    { ...all, measure: 'requests', amount: 3 },
    { ...all, measure: 'responses', detail: '200', amount: 3 },
    { ...all, measure: 'rate-limited', amount: 1 },
    ...['tenant-a', 'tenant-b'].map(tenant => ({
      ...all,
      measure: 'calls' as const,
      detail: '200',
      tenant,
      keyId: `key-of-${tenant}`,
      amount: 2,
    })),
  ];
}
