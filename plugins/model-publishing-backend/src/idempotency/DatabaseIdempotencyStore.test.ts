import { mockServices } from '@backstage/backend-test-utils';
import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { MIGRATIONS } from '../database/openDatabase';
import { RuleViolationError } from '../errors/requestProblems';
import {
  DatabaseIdempotencyStore,
  LEASE_MS,
  REQUEST_MEMORY_MS,
} from './DatabaseIdempotencyStore';
import { Begun, Lease } from './IdempotencyStore';

const request = { scope: 'user ann publish', key: 'k1', requestHash: 'a' };
const outcome = { statusCode: 201, keyId: 'key-1' };

function leaseOf(begun: Begun): Lease {
  if (begun.kind !== 'run') {
    throw new Error(`Expected to run, and it is ${begun.kind}`);
  }
  return begun.lease;
}

describeOnDatabases('requests', database => {
  let now: number;
  const logger = mockServices.logger.mock();
  /** One replica. */
  const aStore = () =>
    new DatabaseIdempotencyStore(database(), {
      clock: () => new Date(now),
      logger,
    });

  beforeEach(() => {
    now = Date.parse('2026-01-01T12:00:00Z');
  });

  it('are one’s of those that begin them at the same time', async () => {
    const replicas = [aStore(), aStore(), aStore()];
    const begun = await Promise.all(
      Array.from({ length: 100 }, async (_, index) =>
        replicas[index % replicas.length]?.begin(request),
      ),
    );
    const kinds = begun.map(one => one?.kind);
    expect(kinds.filter(kind => kind === 'run')).toHaveLength(1);
    expect(kinds.filter(kind => kind === 'running')).toHaveLength(99);
  });

  it('are remembered with what came of them', async () => {
    const lease = leaseOf(await aStore().begin(request));
    await aStore().complete(lease, outcome);
    expect(await aStore().begin(request)).toEqual({ kind: 'done', outcome });
  });

  it('stay done, whatever is said of them afterwards', async () => {
    const lease = leaseOf(await aStore().begin(request));
    await aStore().complete(lease, outcome);
    await aStore().abandon(lease);
    await aStore().complete(lease, { statusCode: 500, keyId: undefined });
    now += LEASE_MS;
    expect(await aStore().begin(request)).toEqual({ kind: 'done', outcome });
  });

  it('are told from others under the same key', async () => {
    await aStore().begin(request);
    const begun = aStore().begin({ ...request, requestHash: 'b' });
    await expect(begun).rejects.toThrow(RuleViolationError);
    await expect(begun).rejects.toThrow('header.idempotency-key');
  });

  it('have nothing to do with those of other callers and operations', async () => {
    await aStore().begin(request);
    const others = [
      { ...request, scope: 'user bob publish', requestHash: 'b' },
      { ...request, key: 'K1' },
    ];
    for (const other of others) {
      expect(await aStore().begin(other)).toMatchObject({ kind: 'run' });
    }
  });

  it('may be begun again when they were abandoned', async () => {
    await aStore().abandon(leaseOf(await aStore().begin(request)));
    expect(await aStore().begin(request)).toMatchObject({ kind: 'run' });
  });

  it('are taken over, by one, when their holder is silent', async () => {
    const dead = leaseOf(await aStore().begin(request));
    now += LEASE_MS - 1;
    expect(await aStore().begin(request)).toEqual({ kind: 'running' });
    now += 1;
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => aStore().begin(request)),
    );
    expect(begun.filter(({ kind }) => kind === 'run')).toHaveLength(1);

    // The holder was only slow: what it says counts no more.
    await aStore().abandon(dead);
    await aStore().renew(dead);
    await aStore().complete(dead, outcome);
    expect(await aStore().begin(request)).toEqual({ kind: 'running' });
  });

  it('stay with a holder that renews its lease', async () => {
    const lease = leaseOf(await aStore().begin(request));
    now += LEASE_MS - 1;
    await aStore().renew(lease);
    now += LEASE_MS - 1;
    expect(await aStore().begin(request)).toEqual({ kind: 'running' });
  });

  it('are forgotten after 24 hours', async () => {
    await aStore().complete(leaseOf(await aStore().begin(request)), outcome);
    now += REQUEST_MEMORY_MS - 1;
    await aStore().forgetOld();
    expect(await aStore().begin(request)).toMatchObject({ kind: 'done' });
    now += 1;
    expect(
      await aStore().begin({ ...request, requestHash: 'b' }),
    ).toMatchObject({ kind: 'run' });
  });

  it('leave no row behind when they are forgotten', async () => {
    await aStore().begin(request);
    now += REQUEST_MEMORY_MS / 2;
    await aStore().begin({ ...request, key: 'k2' });
    now += REQUEST_MEMORY_MS / 2;
    await aStore().forgetOld();
    const rows = await database()('idempotent_requests').select();
    expect(rows).toMatchObject([{ idempotency_key: 'k2' }]);
  });

  it('are refused without the words of the database when it fails', async () => {
    await database().migrate.rollback({ directory: MIGRATIONS });
    const begun = aStore().begin(request);
    await expect(begun).rejects.toThrow('cannot be reached; try again');
    await expect(begun).rejects.not.toThrow(/select|idempotent_requests/);
  });

  it('have a table that comes and goes by migration', async () => {
    await database().migrate.rollback({ directory: MIGRATIONS }, true);
    expect(await database().schema.hasTable('idempotent_requests')).toBe(false);
    await database().migrate.latest({ directory: MIGRATIONS });
    const columns = await database()('idempotent_requests').columnInfo();
    expect(Object.keys(columns).sort()).toEqual([
      'created_at',
      'idempotency_key',
      'key_id',
      'lease_holder',
      'lease_until',
      'request_hash',
      'scope',
      'state',
      'status_code',
    ]);
  });
});
