import { ServiceUnavailableError } from '@backstage/errors';
import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
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
