import { usageKnownOf } from './usageKnownOf';
import { UsageSurroundings } from './usageStateOf';
import { UsageCoverage } from './UsageStore';

const SECOND_MS = 1000;
const now = new Date('2026-03-04T12:00:00.000Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * SECOND_MS);

function aCoverage(overrides: Partial<UsageCoverage> = {}): UsageCoverage {
  return {
    since: ago(3600),
    asOf: ago(5),
    collectedAt: ago(5),
    problem: undefined,
    ...overrides,
  };
}

const knownOf = (
  surroundings: Partial<UsageSurroundings> = {},
  createdAt = ago(600),
) =>
  usageKnownOf(
    { createdAt: createdAt.toISOString() },
    {
      hasSource: true,
      coverage: aCoverage(),
      now,
      intervalMs: 10 * SECOND_MS,
      ...surroundings,
    },
  );

describe('usageKnownOf', () => {
  it.each<[string, Partial<UsageSurroundings>, string]>([
    ['current after a scrape', {}, 'current'],
    [
      'off without a source, whatever was counted once',
      { hasSource: false },
      'off',
    ],
    ['pending before the first collection', { coverage: undefined }, 'pending'],
    [
      'pending before the first scrape',
      { coverage: aCoverage({ asOf: undefined }) },
      'pending',
    ],
    [
      'unavailable when the source has a problem',
      { coverage: aCoverage({ problem: 'cannot be reached' }) },
      'unavailable',
    ],
    [
      'current for a minute without a scrape',
      { coverage: aCoverage({ asOf: ago(180) }) },
      'current',
    ],
    [
      'unavailable after that',
      { coverage: aCoverage({ asOf: ago(180.001) }) },
      'unavailable',
    ],
    [
      'current for three intervals, if these are longer',
      { coverage: aCoverage({ asOf: ago(270) }), intervalMs: 90 * SECOND_MS },
      'current',
    ],
    [
      'unavailable after those',
      {
        coverage: aCoverage({ asOf: ago(270.001) }),
        intervalMs: 90 * SECOND_MS,
      },
      'unavailable',
    ],
  ])('is %s', (_, surroundings, state) => {
    expect(knownOf(surroundings).state).toBe(state);
  });

  it.each([
    ['published later', ago(600), ago(600), true],
    ['published before', ago(7200), ago(3600), false],
  ])(
    'counts since the later of two times: %s',
    (_, createdAt, since, isComplete) => {
      expect(knownOf({}, createdAt)).toMatchObject({ since, isComplete });
    },
  );

  it.each([
    ['before the source went away', ago(600), true],
    ['after it', ago(100), false],
  ])('knows of what was published %s', (_, createdAt, isComplete) => {
    const coverage = aCoverage({ asOf: ago(300) });
    expect(knownOf({ coverage }, createdAt)).toMatchObject({
      state: 'unavailable',
      asOf: ago(300),
      isComplete,
    });
  });

  it.each([{ hasSource: false }, { coverage: undefined }])(
    'has no times with %j',
    surroundings => {
      expect(knownOf(surroundings)).toMatchObject({
        since: undefined,
        asOf: undefined,
        isComplete: false,
      });
    },
  );
});
