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
    hostname: 'a.test',
    match: { path: { type: 'PathPrefix', value: '/' }, headers: [] },
    headerModifiers: [],
    upstreams: [],
    traffic: { global: rules },
  };
}

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
});
