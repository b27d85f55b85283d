import {
  ConfiguredRoute,
  LimitRule,
} from '../configuration/GatewayConfiguration';
import { GatewayRequest } from './GatewayRequest';
import { GlobalRateLimiter } from './GlobalRateLimiter';

const request: GatewayRequest = {
  method: 'POST',
  host: 'a.test',
  path: '/predict',
  query: '',
  headers: new Map(),
};

function aRule(rule: Partial<LimitRule> = {}): LimitRule {
  return {
    name: 'model-gateway/iris/rule/0',
    headers: [],
    methods: [],
    requests: 2,
    unit: 'Minute',
    shared: true,
    requestCost: 1,
    ...rule,
  };
}

function aRoute(name: string, ...rules: LimitRule[]): ConfiguredRoute {
  return {
    name,
    routeKey: 'model-gateway/iris',
    ruleIndex: 0,
    cluster: 'httproute/model-gateway/iris/rule/0',
    hasAiProcessor: false,
    listener: 'model-gateway/models/http',
    connectionManager: 'http-10080',
    hostname: 'a.test',
    match: { path: { type: 'PathPrefix', value: '/' }, headers: [] },
    headerModifiers: [],
    upstreams: [],
    traffic: { global: rules },
  };
}

const POST = { value: 'POST', invert: false };
const ANY = { value: 'GET', invert: true };
const EVERY_HOST = {
  name: 'x-who',
  kind: 'RegularExpression' as const,
  value: '.*',
  invert: false,
};

const minute = Date.UTC(2026, 0, 1, 12, 30);

describe('GlobalRateLimiter', () => {
  it('counts in windows that are aligned to the clock', () => {
    const limiter = new GlobalRateLimiter();
    const route = aRoute('one', aRule());
    const at = (seconds: number) =>
      limiter.check(route, request, minute + seconds * 1000);
    expect(at(58)?.headers).toMatchObject([{ 'x-ratelimit-reset': '2' }]);
    expect(at(59)?.allowed).toBe(true);
    expect(at(59.9)?.allowed).toBe(false);
    expect(at(60)).toEqual({
      allowed: true,
      headers: [
        {
          'x-ratelimit-limit': '2, 2;w=60',
          'x-ratelimit-remaining': '1',
          'x-ratelimit-reset': '60',
        },
      ],
    });
  });

  it.each([
    ['together when it is shared', true, false],
    ['apart when it is not', false, true],
  ])('counts the routes of a rule %s', (_, shared, allowed) => {
    const limiter = new GlobalRateLimiter();
    const rule = aRule({ shared, requests: 1 });
    limiter.check(aRoute('one', rule), request, minute);
    const verdict = limiter.check(aRoute('two', rule), request, minute);
    expect(verdict?.allowed).toBe(allowed);
  });

  it.each<[string, Partial<LimitRule>, Partial<LimitRule>, boolean]>([
    ['of another unit', { unit: 'Second' }, { unit: 'Hour' }, false],
    ['for other methods', { methods: [POST] }, { methods: [ANY] }, false],
    ['with methods', {}, { methods: [POST] }, true],
    ['with a header', {}, { headers: [EVERY_HOST] }, true],
    ['at another place', {}, { name: 'model-gateway/iris/rule/1' }, true],
  ])(
    'lets a rule %s count from zero where another stood: %s then %s, %s',
    (_, former, later, allowed) => {
      const limiter = new GlobalRateLimiter();
      const hour = Date.UTC(2026, 0, 1, 12);
      const check = (rule: Partial<LimitRule>) =>
        limiter.check(
          aRoute('one', aRule({ requests: 1, ...rule })),
          { ...request, headers: new Map([['x-who', ['a']]]) },
          hour,
        );
      check(former);
      expect(check(later)?.allowed).toBe(allowed);
    },
  );

  it('describes the tightest rule and lists all', () => {
    const rules = [
      aRule({ requests: 100, unit: 'Second' }),
      aRule({ name: 'model-gateway/iris/rule/1', requests: 6 }),
    ];
    const verdict = new GlobalRateLimiter().check(
      aRoute('one', ...rules),
      request,
      minute,
    );
    expect(verdict?.headers).toMatchObject([
      {
        'x-ratelimit-limit': '6, 100;w=1, 6;w=60',
        'x-ratelimit-remaining': '5',
      },
    ]);
  });

  it('says nothing where no rule applies', () => {
    const rule = aRule({ methods: [{ value: 'GET', invert: false }] });
    expect(
      new GlobalRateLimiter().check(aRoute('one', rule), request, minute),
    ).toBeUndefined();
  });

  describe('with costs of answers', () => {
    const tokens = aRule({
      requests: 20,
      requestCost: 0,
      answerCost: 'total',
    });

    it('takes nothing for a request, and what its answer has cost afterwards', () => {
      const limiter = new GlobalRateLimiter();
      const ask = () => limiter.check(aRoute('one', tokens), request, minute);
      const first = ask();
      expect(first).toMatchObject({
        allowed: true,
        headers: [{ 'x-ratelimit-remaining': '20' }],
      });
      first?.charge?.({ total: 12, other: 100 }, minute);
      const second = ask();
      expect(second?.headers).toMatchObject([{ 'x-ratelimit-remaining': '8' }]);
      second?.charge?.({ total: 12 }, minute);
      expect(ask()).toMatchObject({
        allowed: false,
        headers: [{ 'x-ratelimit-remaining': '0' }],
      });
    });

    it('charges nothing for an answer that tells no such cost', () => {
      const limiter = new GlobalRateLimiter();
      const ask = () => limiter.check(aRoute('one', tokens), request, minute);
      ask()?.charge?.({}, minute);
      expect(ask()?.headers).toMatchObject([{ 'x-ratelimit-remaining': '20' }]);
    });

    it('charges the window in which the answer ends', () => {
      const limiter = new GlobalRateLimiter();
      const route = aRoute('one', tokens);
      const next = minute + 60_000;
      limiter.check(route, request, minute)?.charge?.({ total: 12 }, next);
      const at = (now: number) => limiter.check(route, request, now)?.headers;
      expect(at(next)).toMatchObject([{ 'x-ratelimit-remaining': '8' }]);
    });

    it('charges only the rules that applied, each on its own counter', () => {
      const limiter = new GlobalRateLimiter();
      const who = (value: string) => ({
        ...request,
        headers: new Map([['x-client-id', [value]]]),
      });
      const perClient = aRule({
        ...tokens,
        headers: [
          { name: 'x-client-id', kind: 'Distinct', value: '', invert: false },
        ],
      });
      const route = aRoute('one', perClient);
      const check = (value: string) => limiter.check(route, who(value), minute);
      check('a')?.charge?.({ total: 12 }, minute);
      expect(check('a')?.headers).toMatchObject([
        { 'x-ratelimit-remaining': '8' },
      ]);
      expect(check('b')?.headers).toMatchObject([
        { 'x-ratelimit-remaining': '20' },
      ]);
    });

    it('has nothing to charge for where only requests are limited', () => {
      const verdict = new GlobalRateLimiter().check(
        aRoute('one', aRule()),
        request,
        minute,
      );
      expect(verdict?.charge).toBeUndefined();
    });
  });
});
