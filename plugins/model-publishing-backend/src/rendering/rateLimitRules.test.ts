import {
  ModelType,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { rateLimitRules, ruleCountProblems } from './rateLimitRules';

const ALL: RateLimiting = {
  burstLimit: 10,
  requestsPerMinute: 100,
  requestsPerHour: 1000,
  tokensPerHour: 10_000,
};

function rulesWith(
  globalRateLimit: LimitSupport['globalRateLimit'],
  approximate: boolean,
  limits = ALL,
  modelType: ModelType = 'traditional',
) {
  const rules = rateLimitRules(
    { rateLimiting: limits, modelType },
    { globalRateLimit, approximate },
  );
  const units = (scope: 'global' | 'local') =>
    rules[scope].map(({ limit }) => limit.unit).join(' ');
  return { global: units('global'), local: units('local') };
}

describe('rateLimitRules', () => {
  it.each<[LimitSupport['globalRateLimit'], boolean, string, string]>([
    ['available', false, 'Second Minute Hour', 'Second Second'],
    ['available', true, 'Second Minute Hour', 'Second Second'],
    ['unavailable', true, '', 'Second Second Minute Hour'],
    // The gateway closes the route, instead of serving it without limits.
    ['unavailable', false, 'Minute Hour', 'Second Second'],
    // What was accepted stays; nothing new is put upon a gateway that may not have a limiter.
    ['unknown', false, 'Minute Hour', 'Second Second'],
    ['unknown', true, '', 'Second Second Minute Hour'],
  ])(
    'with a limiter %s and approximate %s are global: %s, local: %s',
    (globalRateLimit, approximate, global, local) => {
      expect(rulesWith(globalRateLimit, approximate)).toEqual({
        global,
        local,
      });
    },
  );

  it.each<[RateLimiting]>([[{}], [{ tokensPerHour: 1 }]])(
    'are none for the limits %j of a traditional model',
    limits => {
      expect(rulesWith('available', false, limits)).toEqual({
        global: '',
        local: '',
      });
    },
  );

  it('count inference only, all of it together', () => {
    const { global, local } = rateLimitRules(
      { modelType: 'traditional', rateLimiting: { requestsPerMinute: 100 } },
      { globalRateLimit: 'available', approximate: false },
    );
    expect({ global, local }).toEqual({
      global: [
        {
          clientSelectors: [{ methods: [{ value: 'POST' }] }],
          limit: { requests: 100, unit: 'Minute' },
          shared: true,
        },
      ],
      local: [],
    });
  });
});

describe('tokensPerHour of an OpenAI-compatible model', () => {
  const { global, local } = rateLimitRules(
    { modelType: 'openai', rateLimiting: { tokensPerHour: 50 } },
    { globalRateLimit: 'available', approximate: false },
  );

  it('counts the tokens of answers, all of them together, and not the requests', () =>
    expect({ global, local }).toEqual({
      global: [
        {
          clientSelectors: [{ methods: [{ value: 'POST' }] }],
          limit: { requests: 50, unit: 'Hour' },
          shared: true,
          cost: {
            request: { from: 'Number', number: 0 },
            response: {
              from: 'Metadata',
              metadata: {
                namespace: 'io.envoy.ai_gateway',
                key: 'llm_total_token',
              },
            },
          },
        },
      ],
      local: [],
    }));

  it('stays a global rule on a gateway that has said nothing, and approximately', () =>
    expect(rulesWith('unknown', true, ALL, 'openai')).toEqual({
      global: 'Hour',
      local: 'Second Second Minute Hour',
    }));
});

describe('ruleCountProblems', () => {
  const rules = (count: number) =>
    Array.from({ length: count }, () => ({
      limit: { requests: 1, unit: 'Hour' as const },
    }));

  it('has nothing against as many rules as a policy may have', () => {
    expect(ruleCountProblems({ global: rules(256), local: rules(16) })).toEqual(
      [],
    );
  });

  it('names what is too many', () => {
    expect(ruleCountProblems({ global: rules(257), local: rules(17) })).toEqual(
      [
        expect.stringMatching(/257 global rules.*256/),
        expect.stringMatching(/17 local rules.*16/),
      ],
    );
  });
});
