import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { UsageKnown } from './usageKnownOf';
import { usageOfTenants } from './usageOfTenants';
import { TenantUsageTotals } from './UsageStore';

const now = new Date('2026-03-04T00:10:00.000Z');
const dayBefore = new Date('2026-03-03T23:55:00.000Z');

const known: UsageKnown = {
  state: 'current',
  since: new Date('2026-03-01T00:00:00.000Z'),
  asOf: now,
  isComplete: true,
};
const incomplete = { ...known, isComplete: false };

const ofTenants = (
  totals: Partial<TenantUsageTotals> | undefined,
  about: {
    known?: UsageKnown;
    modelType?: ModelType;
    countsKeys?: boolean;
  } = {},
) =>
  usageOfTenants({
    known,
    modelType: 'openai',
    countsKeys: true,
    now,
    ...about,
    totals: totals && {
      calls: undefined,
      callsToday: undefined,
      tokens: undefined,
      lastAccessAt: undefined,
      ...totals,
    },
  });

describe('the usage of a consumer', () => {
  it('has the calls of the access log, and never what others are refused', () => {
    const totals = {
      calls: 4,
      callsToday: 1,
      tokens: 9,
      lastAccessAt: dayBefore,
    };
    expect(ofTenants(totals)).toMatchObject({
      scope: 'tenants',
      totalRequests: 4,
      requestsToday: 1,
      requestsLimited: null,
      tokensUsed: 9,
      lastAccessTime: dayBefore.toISOString(),
    });
  });

  it('has no requests where the access log is not counted', () => {
    expect(ofTenants({ tokens: 9 })).toMatchObject({
      totalRequests: null,
      requestsToday: null,
      tokensUsed: 9,
    });
  });

  it.each([
    ['none, when nothing was counted at all', 0, undefined, {}],
    [
      'not known without counts by keys',
      null,
      undefined,
      { countsKeys: false },
    ],
    ['not known of the time before', null, undefined, { known: incomplete }],
    ['not known where only calls are counted', null, { calls: 1 }, {}],
    [
      'nothing for a traditional model',
      null,
      { tokens: 5 },
      { modelType: 'traditional' as const },
    ],
  ])('has tokens: %s', (_, expected, totals, about) => {
    expect(ofTenants(totals, about).tokensUsed).toBe(expected);
  });
});
