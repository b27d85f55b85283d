import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { MutationRequest } from '../useCases/MutationRequest';
import { DatabaseIdempotencyStore, LEASE_MS } from './DatabaseIdempotencyStore';
import { runOnce, RunOnceOptions } from './runOnce';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const directory = resolvePackagePath(
  '@inference-portal/plugin-model-publishing-backend',
  'migrations',
);
const request = { scope: 'user ann rotate', key: 'k1', requestHash: 'a' };
const outcomeOf = () => ({ statusCode: 200, keyId: undefined });

/** Time passes only where somebody sleeps. */
async function aWorld() {
  const database = await databases.init('SQLITE_3');
  await database.migrate.latest({ directory });
  const logger = mockServices.logger.mock();
  let now = 0;
  const clock = () => new Date(now);
  const store = new DatabaseIdempotencyStore(database, { clock, logger });
  const options: RunOnceOptions = {
    store,
    logger,
    clock,
    sleep: async (ms, signal) => {
      // Renewals wait for as long as the run takes; those who poll move the time on.
      await new Promise(resolve => {
        signal?.addEventListener('abort', resolve);
        if (!signal) {
          now += ms;
          setImmediate(resolve);
        }
      });
    },
  };
  return { store, options, logger, advance: (ms: number) => (now += ms) };
}

describe('runOnce', () => {
  it('runs one of 100 requests at the same time, and the others after it as repetitions', async () => {
    const { options } = await aWorld();
    let effects = 0;
    const replays: boolean[] = [];
    const ids = new Set<string>();
    const run = async ({ id, replay }: MutationRequest) => {
      replays.push(replay);
      ids.add(id);
      if (!replay) {
        await new Promise(resolve => setImmediate(resolve));
        effects += 1;
      }
      return effects;
    };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        runOnce(options, request, run, outcomeOf),
      ),
    );
    expect(effects).toBe(1);
    expect(replays).toEqual([false, ...Array(99).fill(true)]);
    expect(new Set(answers)).toEqual(new Set([1]));
    expect(ids.size).toBe(1);
    expect([...ids][0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes over from a holder that died, as the same request', async () => {
    const { store, options, advance } = await aWorld();
    const seen: MutationRequest[] = [];
    const run = async (attempt: MutationRequest) => seen.push(attempt);
    await store.begin(request);
    advance(LEASE_MS);
    await runOnce(options, request, run, outcomeOf);
    await runOnce(options, request, run, outcomeOf);
    expect(seen).toEqual([
      { id: seen[0]?.id, replay: false },
      { id: seen[0]?.id, replay: true },
    ]);
  });

  it('stops waiting for one that goes on and on', async () => {
    const { store, options } = await aWorld();
    await store.begin(request);
    const run = jest.fn();
    const answer = runOnce(options, request, run, outcomeOf);
    await expect(answer).rejects.toThrow(ConflictError);
    await expect(answer).rejects.toThrow('still running');
    expect(run).not.toHaveBeenCalled();
  });

  it('lets a request that failed be tried again, as the same one', async () => {
    const { options } = await aWorld();
    const seen: MutationRequest[] = [];
    const run = async (attempt: MutationRequest) => {
      seen.push(attempt);
      if (seen.length === 1) {
        throw new Error('the cluster is away');
      }
      return 'done';
    };
    const first = runOnce(options, request, run, outcomeOf);
    await expect(first).rejects.toThrow('the cluster is away');
    expect(await runOnce(options, request, run, outcomeOf)).toBe('done');
    expect(seen[1]).toEqual(seen[0]);
  });

  it.each([
    ['another caller', { scope: 'user bob rotate' }],
    ['another key', { key: 'k2' }],
  ])('knows a request by its caller and key: not %s', async (_, other) => {
    const { options } = await aWorld();
    const seen: MutationRequest[] = [];
    const run = async (attempt: MutationRequest) => seen.push(attempt);
    await runOnce(options, request, run, outcomeOf);
    await runOnce(options, { ...request, ...other }, run, outcomeOf);
    expect(seen.map(({ replay }) => replay)).toEqual([false, false]);
    expect(seen[1]?.id).not.toBe(seen[0]?.id);
  });

  it('answers what was done even when it cannot be written down', async () => {
    const { store, options, logger } = await aWorld();
    jest.spyOn(store, 'complete').mockRejectedValue(new Error('disk full'));
    const run = async () => 'done';
    expect(await runOnce(options, request, run, outcomeOf)).toBe('done');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('disk full'),
    );
  });

  it('renews its lease for as long as it runs, and no longer', async () => {
    const { store, options } = await aWorld();
    const renew = jest.spyOn(store, 'renew');
    const ticking = {
      ...options,
      sleep: () => new Promise(resolve => setImmediate(resolve)),
    };
    const run = async () => {
      while (renew.mock.calls.length < 3) {
        await new Promise(resolve => setImmediate(resolve));
      }
    };
    await runOnce(ticking, request, run, outcomeOf);
    const renewals = renew.mock.calls.length;
    for (let turn = 0; turn < 20; turn++) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(renew.mock.calls.length).toBeLessThanOrEqual(renewals + 1);
  });
});
