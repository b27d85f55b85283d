import { usageOfPublication } from './usageOfPublication';
import { UsageKnown } from './usageKnownOf';
import { UsageTotals } from './UsageStore';

const now = new Date('2026-03-04T00:10:00.000Z');
const thisDay = new Date('2026-03-04T00:05:00.000Z');
const dayBefore = new Date('2026-03-03T23:55:00.000Z');

function aKnown(overrides: Partial<UsageKnown> = {}): UsageKnown {
  return {
    state: 'current',
    since: new Date('2026-03-01T00:00:00.000Z'),
    asOf: thisDay,
    isComplete: true,
    ...overrides,
  };
}

function someTotals(overrides: Partial<UsageTotals> = {}): UsageTotals {
  return {
    requests: 7,
    requestsToday: 2,
    rateLimited: 3,
    tokens: 50,
    lastAccessAt: thisDay,
    ...overrides,
  };
}

const away = aKnown({ state: 'unavailable' });
const incomplete = aKnown({ isComplete: false });

const ofPublication = (
  totals: UsageTotals | undefined,
  known = aKnown(),
  modelType: 'traditional' | 'openai' = 'openai',
) => usageOfPublication({ known, totals, modelType, now });

describe('the usage of a publication', () => {
  it('says how much was used, since when and until when', () => {
    expect(ofPublication(someTotals())).toEqual({
      state: 'current',
      asOf: '2026-03-04T00:05:00.000Z',
      since: '2026-03-01T00:00:00.000Z',
      scope: 'publication',
      totalRequests: 7,
      requestsToday: 2,
      requestsLimited: 3,
      tokensUsed: 50,
      lastAccessTime: '2026-03-04T00:05:00.000Z',
    });
  });

  it.each<[string, UsageKnown, number | null]>([
    ['zeros when everything since its beginning is counted', aKnown(), 0],
    ['zeros until the source went away', away, 0],
    ['nothing when it is older than the count', incomplete, null],
  ])('without any count is %s', (_, known, expected) => {
    expect(ofPublication(undefined, known)).toMatchObject({
      totalRequests: expected,
      requestsToday: expected,
      requestsLimited: expected,
      tokensUsed: expected,
      lastAccessTime: null,
    });
  });

  it.each<[string, number | null, Partial<UsageTotals>]>([
    ['as they are', 50, {}],
    ['not known, if nobody counts them', null, { tokens: undefined }],
    ['none, if no request came through', 0, { tokens: undefined, requests: 0 }],
  ])('has tokens: %s', (_, expected, overrides) => {
    expect(ofPublication(someTotals(overrides)).tokensUsed).toBe(expected);
  });

  it.each([[undefined], [someTotals()]])(
    'has no tokens for a traditional model',
    totals => {
      const { tokensUsed } = ofPublication(totals, aKnown(), 'traditional');
      expect(tokensUsed).toBeNull();
    },
  );

  it.each<[string, UsageKnown, number | null]>([
    ['known while the source answers', aKnown({ asOf: dayBefore }), 2],
    ['the last known of this day', away, 2],
    [
      'not known once it begins without the source',
      { ...away, asOf: dayBefore },
      null,
    ],
  ])('has today’s requests: %s', (_, known, expected) => {
    expect(ofPublication(someTotals(), known)).toMatchObject({
      totalRequests: 7,
      requestsToday: expected,
    });
  });
});
