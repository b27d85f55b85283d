import { ServiceUnavailableError } from '@backstage/errors';
import {
  Limits,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { PLACE_REST_MS } from '../limits/assignPlaces';
import {
  LimitContext,
  limitProblems,
  requireKnownSupport,
} from './limitProblems';

const ALL: RateLimiting = {
  requestsPerMinute: 2,
  requestsPerHour: 3,
  tokensPerHour: 4,
  burstLimit: 1,
};

const traditional = (rateLimiting: RateLimiting) => ({
  modelType: 'traditional' as const,
  rateLimiting,
});
const openai = (rateLimiting: RateLimiting) => ({
  modelType: 'openai' as const,
  rateLimiting,
});

function contextWith(
  globalRateLimit: LimitSupport['globalRateLimit'],
  approximate = false,
): LimitContext {
  return {
    gateway: { name: 'small' },
    limits: { maxima: {} },
    limitSupport: { globalRateLimit, approximate },
    limitPlaces: [],
    now: new Date('2026-01-01T12:00:00Z'),
  };
}

describe('limitProblems', () => {
  it('names every limit above its maximum', () => {
    const limits = { maxima: { requestsPerHour: 2, burstLimit: 1 } };
    expect(
      limitProblems(traditional(ALL), { ...contextWith('available'), limits }),
    ).toMatchObject([{ field: 'config.rateLimiting.requestsPerHour' }]);
  });

  it('names what a gateway without the limiter cannot keep, and what to do', () => {
    const problems = limitProblems(
      traditional(ALL),
      contextWith('unavailable'),
    );
    expect(problems.map(({ field }) => field)).toEqual([
      'config.rateLimiting.requestsPerMinute',
      'config.rateLimiting.requestsPerHour',
    ]);
    expect(problems[0]?.problem).toMatch(
      /globalRateLimit.*"small".*burstLimit.*limits\.approximate/,
    );
  });

  it.each<[LimitSupport['globalRateLimit'], boolean]>([
    ['available', false],
    ['available', true],
    ['unavailable', true],
    ['unknown', false],
    ['unknown', true],
  ])(
    'has nothing against limits with a limiter %s, approximate %s',
    (...at) => {
      expect(limitProblems(traditional(ALL), contextWith(...at))).toEqual([]);
    },
  );
});

describe('limits of single tenants', () => {
  const perTenant = (limits: Limits, count = 1): RateLimiting => ({
    perTenant: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`t${index}`, limits]),
    ),
  });

  it('are within the maxima, each by itself', () => {
    const limits = { maxima: { burstLimit: 1, requestsPerHour: 3 } };
    const rateLimiting = {
      burstLimit: 1,
      perTenant: { a: ALL, constructor: { ...ALL, burstLimit: 2 } },
    };
    expect(
      limitProblems(traditional(rateLimiting), {
        ...contextWith('available'),
        limits,
      }),
    ).toEqual([
      {
        field: 'config.rateLimiting.perTenant.constructor.burstLimit',
        problem: "is 2, above the platform's maximum of 1",
      },
    ]);
  });

  it('are what a gateway without the limiter can keep', () =>
    expect(
      limitProblems(openai(perTenant(ALL)), contextWith('unavailable')).map(
        ({ field }) => field,
      ),
    ).toEqual(
      ['requestsPerMinute', 'requestsPerHour', 'tokensPerHour'].map(
        name => `config.rateLimiting.perTenant.t0.${name}`,
      ),
    ));

  it.each<[string, LimitContext, Limits, number, RegExp]>([
    [
      'global',
      contextWith('available'),
      { burstLimit: 1, requestsPerHour: 1, requestsPerMinute: 1 },
      86,
      /258 global rules.*at most 256/,
    ],
    ['local', contextWith('unavailable'), { burstLimit: 1 }, 17, /17 local/],
    [
      'local, approximately',
      contextWith('unavailable', true),
      { burstLimit: 1, requestsPerMinute: 1 },
      9,
      /18 local rules.*at most 16/,
    ],
  ])('are no more than there may be %s rules', (_, context, ...rest) => {
    const [limits, count, problem] = rest;
    const problemsOf = (tenants: number) =>
      limitProblems(traditional(perTenant(limits, tenants)), context);
    expect(problemsOf(count - 1)).toEqual([]);
    expect(problemsOf(count)).toEqual([
      {
        field: 'config.rateLimiting.perTenant',
        problem: expect.stringMatching(problem),
      },
    ]);
  });

  it('find the places taken for a while of those that were there before', () => {
    const { now, ...context } = contextWith('available');
    const limitPlaces = Array.from({ length: 200 }, (_, index) => ({
      limit: 'burstLimit' as const,
      tenant: `former${index}`,
      freedAt: now.toISOString(),
    }));
    const problemsAt = (time: Date) =>
      limitProblems(traditional(perTenant({ burstLimit: 1 }, 57)), {
        ...context,
        limitPlaces,
        now: time,
      });
    expect(problemsAt(now)).toMatchObject([
      {
        field: 'config.rateLimiting.perTenant',
        problem: expect.stringMatching(/257 global.*200 of them.*taken out/),
      },
    ]);
    const rested = new Date(now.getTime() + PLACE_REST_MS);
    expect(problemsAt(rested)).toEqual([]);
  });

  it('wait for the gateway to say what it can keep', () => {
    const require = (rateLimiting: RateLimiting) =>
      requireKnownSupport(traditional(rateLimiting), contextWith('unknown'));
    expect(() => require(perTenant({ requestsPerHour: 1 }))).toThrow(
      /perTenant\.t0\.requestsPerHour/,
    );
    expect(() => require(perTenant({ burstLimit: 1 }, 17))).toThrow(
      ServiceUnavailableError,
    );
    expect(() => require(perTenant({ burstLimit: 1 }, 16))).not.toThrow();
    expect(
      limitProblems(
        traditional(perTenant({ burstLimit: 1 }, 17)),
        contextWith('unknown'),
      ),
    ).toEqual([]);
  });
});

describe('limits on tokens', () => {
  const limits = { tokensPerHour: 4 };
  it.each([false, true])(
    'need the limiter, as nothing else counts tokens (approximate %s)',
    approximate => {
      const context = contextWith('unavailable', approximate);
      expect(limitProblems(openai(limits), context)).toMatchObject([
        { field: 'config.rateLimiting.tokensPerHour' },
      ]);
      expect(limitProblems(traditional(limits), context)).toEqual([]);
    },
  );

  it.each([false, true])(
    'wait for the gateway to say that it has one (approximate %s)',
    approximate =>
      expect(() =>
        requireKnownSupport(
          openai(limits),
          contextWith('unknown', approximate),
        ),
      ).toThrow(/tokensPerHour/),
  );
});

describe('requireKnownSupport', () => {
  it('refuses limits per hour while the gateway has said nothing, by the name of the capability', () => {
    const require = () =>
      requireKnownSupport(traditional(ALL), contextWith('unknown'));
    expect(require).toThrow(ServiceUnavailableError);
    expect(require).toThrow(/"small".*globalRateLimit.*try again/);
  });

  it.each<[string, RateLimiting, LimitContext]>([
    ['bursts', { burstLimit: 1, tokensPerHour: 4 }, contextWith('unknown')],
    ['approximate limits', ALL, contextWith('unknown', true)],
    ['a gateway that has answered', ALL, contextWith('available')],
  ])('lets %s pass', (_, limits, context) => {
    expect(() =>
      requireKnownSupport(traditional(limits), context),
    ).not.toThrow();
  });
});
