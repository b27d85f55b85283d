import {
  LIMIT_NAMES,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import fc from 'fast-check';
import { assignPlaces } from './assignPlaces';
import { enforcedLimits, LimitSubject } from './enforcedLimits';
import { LimitPlace, placesOf } from './LimitPlace';

const HOUR_MS = 60 * 60 * 1000;
/** The longest window, and the longest time that an answer may take until it is charged. */
const COUNTER_LIFE_MS = 2 * HOUR_MS;

const limits = fc.record(
  Object.fromEntries(LIMIT_NAMES.map(name => [name, fc.constant(1)])),
  { requiredKeys: [] },
);
const tenants = fc.dictionary(
  fc.constantFrom('tenant-a', 'tenant-b', 'constructor'),
  limits,
);
const rateLimitings: fc.Arbitrary<RateLimiting> = fc
  .tuple(limits, tenants)
  .map(([totals, perTenant]) => ({ ...totals, perTenant }));

interface Change {
  rateLimiting: RateLimiting;
  /** Time since the change before. */
  afterMs: number;
}
const histories: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    rateLimiting: rateLimitings,
    afterMs: fc.oneof(
      fc.integer({ min: 0, max: HOUR_MS }),
      fc.integer({ min: 0, max: 5 * HOUR_MS }),
    ),
  }),
  { minLength: 2, maxLength: 12 },
);

interface Step {
  at: number;
  rateLimiting: RateLimiting;
  places: LimitPlace[];
}

/** What is stored after each change; the first state was written before there were places. */
function stepsOf(history: Change[]): Step[] {
  const steps: Step[] = [];
  for (const { rateLimiting, afterMs } of history) {
    const before = steps.at(-1);
    const at = (before?.at ?? 0) + afterMs;
    const configuration = { rateLimiting, modelType: 'openai' as const };
    const former = before && {
      configuration: { ...configuration, rateLimiting: before.rateLimiting },
      limitPlaces: before.places,
    };
    const places = former
      ? assignPlaces(placesOf(former), configuration, new Date(at))
      : [];
    steps.push({ at, rateLimiting, places });
  }
  return steps;
}

/** What counts at each place. */
function rulesOf({ rateLimiting, places }: Step): Array<string | undefined> {
  const configuration = { rateLimiting, modelType: 'openai' as const };
  const wanted = enforcedLimits(configuration).map(nameOf);
  return placesOf({ configuration, limitPlaces: places })
    .map(nameOf)
    .map(name => (wanted.includes(name) ? name : undefined));
}

function nameOf({ limit, tenant }: LimitSubject): string {
  return `${limit} ${tenant ?? ''}`;
}

/** At each change: what counted before, and until when, place by place. */
function pairsOf(steps: Step[]) {
  return steps.flatMap((later, index) =>
    steps.slice(0, index).map((earlier, number) => ({
      earlier: rulesOf(earlier),
      later: rulesOf(later),
      pauseMs: later.at - (steps[number + 1]?.at ?? later.at),
    })),
  );
}

describe('places of limits, through any changes', () => {
  it('have every limit once', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const step of stepsOf(history)) {
          const rules = rulesOf(step).filter(name => name !== undefined);
          const configuration = {
            rateLimiting: step.rateLimiting,
            modelType: 'openai' as const,
          };
          expect([...rules].sort()).toEqual(
            enforcedLimits(configuration).map(nameOf).sort(),
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are never given to another limit while a counter may live there', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const { earlier, later, pauseMs } of pairsOf(stepsOf(history))) {
          const taken = later.filter(
            (name, place) =>
              name !== undefined &&
              earlier[place] !== undefined &&
              earlier[place] !== name,
          );
          expect(pauseMs <= COUNTER_LIFE_MS ? taken : []).toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are kept by every limit that stays', () => {
    fc.assert(
      fc.property(histories, history => {
        const steps = stepsOf(history).map(rulesOf);
        steps.slice(1).forEach((later, index) => {
          const earlier = steps[index] ?? [];
          const moved = later.filter(
            (name, place) =>
              name !== undefined &&
              earlier.includes(name) &&
              earlier[place] !== name,
          );
          expect(moved).toEqual([]);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('are given back to a limit that returns before anything else needed them', () => {
    fc.assert(
      fc.property(rateLimitings, rateLimitings, (one, other) => {
        const steps = stepsOf(
          [one, other, one].map(rateLimiting => ({ rateLimiting, afterMs: 1 })),
        ).map(rulesOf);
        const [before = [], , after = []] = steps;
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('do not grow for ever', () => {
    fc.assert(
      fc.property(histories, rateLimitings, (history, rateLimiting) => {
        const rested = { rateLimiting, afterMs: 5 * HOUR_MS };
        const last = stepsOf([...history, rested, rested]).at(-1);
        const rules = last ? rulesOf(last) : [];
        expect(rules.at(-1)).toBe(rules.filter(Boolean).at(-1));
      }),
    );
  });
});
