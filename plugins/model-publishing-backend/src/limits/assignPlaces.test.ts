import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import { assignPlaces, PLACE_REST_MS } from './assignPlaces';
import { LimitPlace } from './LimitPlace';

const NOON = new Date('2026-01-01T12:00:00.000Z');
const LATER = new Date(NOON.getTime() + 60_000);
const RESTED = new Date(NOON.getTime() + PLACE_REST_MS);

/** Places as text, such as "burstLimit tenant-a" and "- burstLimit" for one that was freed. */
function shown(places: LimitPlace[]): string[] {
  return places.map(({ limit, tenant, freedAt }) =>
    [freedAt && '-', limit, tenant].filter(Boolean).join(' '),
  );
}

function assign(
  places: LimitPlace[],
  rateLimiting: RateLimiting,
  now = NOON,
): LimitPlace[] {
  return assignPlaces(places, { rateLimiting, modelType: 'openai' }, now);
}

const TOTALS = { requestsPerMinute: 1, requestsPerHour: 2, burstLimit: 3 };
const AB = {
  ...TOTALS,
  perTenant: { b: { burstLimit: 1 }, a: { tokensPerHour: 1, burstLimit: 1 } },
};

describe('assignPlaces', () => {
  it('puts totals first, then tenants, tokens before everything else', () =>
    expect(shown(assign([], { ...AB, tokensPerHour: 9 }))).toEqual([
      'tokensPerHour',
      'burstLimit',
      'requestsPerMinute',
      'requestsPerHour',
      'tokensPerHour a',
      'burstLimit a',
      'burstLimit b',
    ]));

  it('has none for tokens of a traditional model', () =>
    expect(
      assignPlaces(
        [],
        { rateLimiting: { tokensPerHour: 1 }, modelType: 'traditional' },
        NOON,
      ),
    ).toEqual([]));

  it.each<[string, RateLimiting, string[]]>([
    [
      'the place of a limit that goes empty, since when',
      { ...TOTALS, perTenant: { b: { burstLimit: 1 } } },
      [
        'burstLimit',
        'requestsPerMinute',
        'requestsPerHour',
        '- tokensPerHour a',
        '- burstLimit a',
        'burstLimit b',
      ],
    ],
    [
      'what is new behind everything else',
      { ...AB, tokensPerHour: 1 },
      [
        'burstLimit',
        'requestsPerMinute',
        'requestsPerHour',
        'tokensPerHour a',
        'burstLimit a',
        'burstLimit b',
        'tokensPerHour',
      ],
    ],
    [
      'empty places at the end as well',
      { burstLimit: 3 },
      [
        'burstLimit',
        '- requestsPerMinute',
        '- requestsPerHour',
        '- tokensPerHour a',
        '- burstLimit a',
        '- burstLimit b',
      ],
    ],
  ])('leaves %s', (_, rateLimiting, expected) =>
    expect(shown(assign(assign([], AB), rateLimiting, LATER))).toEqual(
      expected,
    ),
  );

  describe('after a limit has gone', () => {
    const without = { ...TOTALS, perTenant: { b: { burstLimit: 1 } } };
    const freed = assign(assign([], AB), without, NOON);
    const withC = {
      ...without,
      perTenant: { ...without.perTenant, c: { burstLimit: 1 } },
    };

    it('remembers when it went', () =>
      expect(assign(freed, without, LATER)).toEqual(freed));

    it('gives it its place back', () =>
      expect(assign(freed, AB, LATER)).toEqual(assign([], AB)));

    it('gives its place to nothing else before its counters are of the past', () => {
      const justBefore = new Date(RESTED.getTime() - 1);
      expect(shown(assign(freed, withC, justBefore)).slice(3)).toEqual([
        '- tokensPerHour a',
        '- burstLimit a',
        'burstLimit b',
        'burstLimit c',
      ]);
    });

    it('gives its place to what comes later', () =>
      expect(shown(assign(freed, withC, RESTED)).slice(3)).toEqual([
        'burstLimit c',
        '- burstLimit a',
        'burstLimit b',
      ]));

    it('forgets places at the end', () => {
      const last = assign(assign([], AB), TOTALS, NOON);
      expect(last).toHaveLength(6);
      expect(assign(last, TOTALS, RESTED)).toHaveLength(3);
    });
  });
});
