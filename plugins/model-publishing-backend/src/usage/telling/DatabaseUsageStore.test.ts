import { describeOnDatabases } from '../../__testUtils__/describeOnDatabases';
import { CountedAmount } from '../collecting/countReading';
import { DatabaseUsageStore } from './DatabaseUsageStore';
import { rollUp } from '../collecting/rollUp';
import { AMOUNTS } from '../usageTables';

const NOW = new Date('2026-01-02T12:00:00Z');
const at = (time: string) => Date.parse(`2026-01-${time}Z`);

const anAmount = (amount: Partial<CountedAmount>): CountedAmount => ({
  uid: 'one',
  at: NOW.getTime(),
  measure: 'tokens',
  detail: 'input',
  tenant: 'tenant-a',
  keyId: 'key1',
  amount: 1,
  ...amount,
});

describeOnDatabases('what was counted', database => {
  const store = () => new DatabaseUsageStore(database());
  const counted = (...amounts: Array<Partial<CountedAmount>>) =>
    database()(AMOUNTS).insert(rollUp(amounts.map(anAmount)));
  const amountsOf = async (
    query: Partial<Parameters<DatabaseUsageStore['amounts']>[0]>,
  ) =>
    (
      await store().amounts({
        uid: 'one',
        from: new Date(at('02T00:00:00')),
        to: new Date(at('03T00:00:00')),
        step: 'hour',
        measures: ['tokens'],
        by: ['detail', 'tenant', 'keyId'],
        limit: 100,
        ...query,
      })
    ).map(({ amount }) => amount);

  it('is of each publication for itself, in one answer', async () => {
    await counted(
      { measure: 'requests', detail: '', amount: 3 },
      { measure: 'rate-limited', detail: '', amount: 4 },
      { uid: 'two', measure: 'requests', detail: '', amount: 5 },
      { uid: 'three', measure: 'requests', detail: '', amount: 6 },
    );
    const totals = await store().totalsOf(['one', 'two', 'never'], NOW);
    expect(
      [...totals].map(([uid, { requests, rateLimited }]) => [
        uid,
        requests,
        rateLimited,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['one', 3, 4],
        ['two', 5, 0],
      ]),
    );
    expect(totals.size).toBe(2);
  });

  it('is of the UTC day that it is', async () => {
    await counted(
      { measure: 'requests', at: at('01T23:59:59'), amount: 3 },
      { measure: 'requests', at: at('02T00:00:00'), amount: 4 },
    );
    expect((await store().totalsOf(['one'], NOW)).get('one')).toMatchObject({
      requests: 7,
      requestsToday: 4,
    });
  });

  it('has input and output tokens, of which others are a part', async () => {
    await counted(
      { amount: 3 },
      { detail: 'output', amount: 4 },
      { detail: 'cached_input', amount: 2 },
    );
    const { tokens } = (await store().totalsOf(['one'], NOW)).get('one') ?? {};
    expect(tokens).toBe(7);
  });

  it('is of the tenants that are asked for', async () => {
    await counted({ amount: 3 }, { tenant: 'tenant-b', amount: 4 });
    expect(await amountsOf({})).toEqual([3, 4]);
    expect(await amountsOf({ tenants: ['tenant-b'] })).toEqual([4]);
    expect(await amountsOf({ tenants: [] })).toEqual([]);
  });

  it('is of the spans from the first to the last, whose end is left out', async () => {
    await counted(
      { at: at('01T23:59:59'), amount: 1 },
      { at: at('02T00:00:00'), amount: 2 },
      { at: at('02T23:59:59'), amount: 3 },
      { at: at('03T00:00:00'), amount: 4 },
    );
    expect(await amountsOf({})).toEqual([2, 3]);
  });

  it('is added up where nothing is to be told apart, each token once', async () => {
    await counted(
      { amount: 3 },
      { keyId: 'key2', amount: 4 },
      { tenant: 'tenant-b', keyId: 'key3', amount: 5 },
      { detail: 'cached_input', amount: 2 },
    );
    expect(await amountsOf({ by: [] })).toEqual([12]);
    expect(await amountsOf({ by: ['tenant'] })).toEqual([7, 5]);
    expect(await amountsOf({ by: ['tenant', 'keyId'] })).toEqual([3, 4, 5]);
    expect(await amountsOf({ by: ['detail'] })).toEqual([2, 12]);
    expect(await amountsOf({ limit: 2 })).toHaveLength(2);
  });

  it('tells last uses of keys, and of nobody else', async () => {
    await counted(
      { at: at('02T10:00:00') },
      { at: at('02T11:00:00'), detail: 'output' },
      { keyId: '', tenant: '' },
    );
    expect(await store().lastUseOfKeys('one')).toEqual(
      new Map([['key1', new Date(at('02T11:00:00'))]]),
    );
  });

  it('is known of calls where these are counted', async () => {
    const ofTenant = async () =>
      (await store().totalsOfTenants(['one'], ['tenant-a'], NOW)).get('one');
    await counted({ amount: 3 });
    expect(await ofTenant()).toMatchObject({
      tokens: 3,
      calls: undefined,
      callsToday: undefined,
    });
    await counted({
      measure: 'calls',
      detail: '200',
      at: at('01T10:00:00'),
      amount: 2,
    });
    expect(await ofTenant()).toMatchObject({ calls: 2, callsToday: 0 });
  });

  it('is nothing for nobody', async () => {
    expect(await store().totalsOf([], NOW)).toEqual(new Map());
    expect(await store().coverageOf('one')).toBeUndefined();
  });
});
