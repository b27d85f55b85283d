import {
  ModelType,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { LimitPlace } from '../limits/LimitPlace';
import { publicationIdOfClient } from '../names';
import { EMPTY_PLACE } from './rateLimitRule';
import {
  LimitedPublication,
  rateLimitRules,
  ruleCountProblems,
} from './rateLimitRules';

const ALL: RateLimiting = {
  burstLimit: 10,
  requestsPerMinute: 100,
  requestsPerHour: 1000,
  tokensPerHour: 10_000,
};

const ID = '0123456789abcdef0123456789abcdef';
const EXACT: LimitSupport = {
  globalRateLimit: 'available',
  approximate: false,
};

function limited(
  rateLimiting: RateLimiting,
  modelType: ModelType = 'traditional',
  limitPlaces: LimitPlace[] = [],
): LimitedPublication {
  return { id: ID, configuration: { rateLimiting, modelType }, limitPlaces };
}

/** The units of rules that count something. */
function rulesWith(
  globalRateLimit: LimitSupport['globalRateLimit'],
  approximate: boolean,
  limits = ALL,
  modelType: ModelType = 'traditional',
) {
  const rules = rateLimitRules(limited(limits, modelType), {
    globalRateLimit,
    approximate,
  });
  const units = (scope: 'global' | 'local') =>
    rules[scope]
      .filter(rule => rule !== EMPTY_PLACE)
      .map(({ limit }) => limit.unit)
      .join(' ');
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
      limited({ requestsPerMinute: 100 }),
      EXACT,
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
    limited({ tokensPerHour: 50 }, 'openai'),
    EXACT,
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

describe('limits of single tenants', () => {
  const RATE_LIMITING: RateLimiting = {
    burstLimit: 10,
    perTenant: {
      'tenant-a': { requestsPerMinute: 5 },
      constructor: { burstLimit: 2, tokensPerHour: 100 },
    },
  };

  it('count all keys of a tenant together, and nobody else', () => {
    const rules = rateLimitRules(limited(RATE_LIMITING), EXACT);
    expect(rules.global.slice(1)).toEqual(
      [
        ['constructor', { requests: 2, unit: 'Second' }] as const,
        ['tenant-a', { requests: 5, unit: 'Minute' }] as const,
      ].map(([tenant, limit]) => ({
        clientSelectors: [
          {
            methods: [{ value: 'POST' }],
            headers: [
              {
                name: 'x-client-id',
                type: 'RegularExpression',
                value: `${ID}\\.${tenant}\\..+`,
              },
            ],
          },
        ],
        limit,
        shared: true,
      })),
    );
    expect(rules.local).toHaveLength(2);
  });

  it.each([
    ['tenant-a', 'tenant-a.key', true],
    ['tenant-a', 'tenant-ab.key', false],
    ['tenant-a', 'x.tenant-a.key', false],
    ['tenant-a', 'tenant-a.', false],
  ])('of %s are for client id <publication>.%s: %s', (tenant, rest, is) => {
    const [rule] = rateLimitRules(
      limited({ perTenant: { [tenant]: { burstLimit: 1 } } }),
      EXACT,
    ).global;
    const value = rule?.clientSelectors?.[0]?.headers?.[0]?.value ?? '';
    // As RE2 does on whole values; the syntax that is used means the same in both.
    expect(new RegExp(`^(?:${value})$`).test(`${ID}.${rest}`)).toBe(is);
  });

  it.each<[LimitSupport['globalRateLimit'], boolean, string, string]>([
    ['available', true, 'Hour Second Second Minute', 'Second Second'],
    // Tokens, and minutes where they may not be approximate, close the route.
    ['unavailable', false, 'Hour Minute', 'Second Second Second'],
    ['unavailable', true, 'Hour', 'Second Second Second Minute'],
    ['unknown', false, 'Hour Minute', 'Second Second Second'],
  ])(
    'with a limiter %s and approximate %s are global: %s, local: %s',
    (globalRateLimit, approximate, global, local) => {
      const rules = rulesWith(
        globalRateLimit,
        approximate,
        RATE_LIMITING,
        'openai',
      );
      const sorted = (units: string) => units.split(' ').sort();
      expect(sorted(rules.global)).toEqual(sorted(global));
      expect(sorted(rules.local)).toEqual(sorted(local));
    },
  );

  it('stay global when there are more than local rules may be, so that none is lost', () => {
    const perTenant = Object.fromEntries(
      Array.from({ length: 15 }, (_, index) => [
        `t${index}`,
        { burstLimit: 1 },
      ]),
    );
    const rules = rateLimitRules(limited({ burstLimit: 9, perTenant }), {
      globalRateLimit: 'unavailable',
      approximate: true,
    });
    expect(rules.global).toHaveLength(1 + 15);
    expect(rules.global[0]).toBe(EMPTY_PLACE);
    expect(rules.local).toHaveLength(2);
  });
});

describe('global rules', () => {
  const places: LimitPlace[] = [
    { limit: 'requestsPerHour', freedAt: '2026-01-01T12:00:00.000Z' },
    { limit: 'requestsPerMinute' },
    { limit: 'burstLimit', tenant: 'tenant-a' },
    { limit: 'burstLimit', freedAt: '2026-01-01T12:00:00.000Z' },
  ];
  const limits: RateLimiting = {
    requestsPerMinute: 7,
    tokensPerHour: 9,
    perTenant: { 'tenant-a': { burstLimit: 8 } },
  };
  const placed = (support: Partial<LimitSupport>, limitPlaces = places) =>
    rateLimitRules(limited(limits, 'openai', limitPlaces), {
      ...EXACT,
      ...support,
    }).global.map(rule =>
      rule === EMPTY_PLACE ? undefined : rule.limit.requests,
    );

  it('stand at the places of their limits, whatever is there no more', () =>
    expect(placed({}, places)).toEqual([undefined, 7, 8, undefined, 9]));

  it.each<[Partial<LimitSupport>, Array<number | undefined>]>([
    [{ globalRateLimit: 'unknown' }, [undefined, 7, undefined, undefined, 9]],
    [
      { globalRateLimit: 'unavailable', approximate: true },
      [undefined, undefined, undefined, undefined, 9],
    ],
  ])('stay there when others become local ones: %j', (support, expected) =>
    expect(placed(support)).toEqual(expected),
  );

  it('stand where they always did in states without places', () =>
    expect(placed({}, [])).toEqual([9, 7, 8]));

  it('need no empty places at the end', () =>
    expect(
      rateLimitRules(limited({ requestsPerMinute: 7 }, 'openai', places), EXACT)
        .global,
    ).toHaveLength(2));

  it('are not there without a limit that counts', () =>
    expect(rateLimitRules(limited({}, 'openai', places), EXACT)).toEqual({
      global: [],
      local: [],
    }));

  it('never match a request where nothing stands', () => {
    const [selector] = EMPTY_PLACE.clientSelectors ?? [];
    const [header] = selector?.headers ?? [];
    expect(header).toMatchObject({ name: 'x-client-id', type: 'Exact' });
    expect(publicationIdOfClient(header?.value ?? '')).toBeUndefined();
  });
});
