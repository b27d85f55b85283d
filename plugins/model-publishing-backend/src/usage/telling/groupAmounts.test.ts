import {
  UsageGrouping,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { denseSeries } from './denseSeries';
import { groupAmounts } from './groupAmounts';
import { breakdownOf } from './UsageBreakdown';
import { UsageAmount } from './UsageStore';

const spans = [10, 11, 12].map(hour => new Date(Date.UTC(2026, 2, 4, hour)));
const [first = new Date(0), , third = new Date(0)] = spans;

function anAmount(overrides: Partial<UsageAmount>): UsageAmount {
  return {
    start: first,
    measure: 'requests',
    detail: '',
    tenant: '',
    keyId: '',
    amount: 1,
    ...overrides,
  };
}

const known: UsageSummary = {
  state: 'current',
  asOf: null,
  since: null,
  scope: 'publication',
  totalRequests: 0,
  requestsToday: 0,
  requestsLimited: 0,
  tokensUsed: 0,
  lastAccessTime: null,
};
const unknown: UsageSummary = {
  ...known,
  totalRequests: null,
  requestsLimited: null,
  tokensUsed: null,
};

/** Series on a line each: measure, group and the value of each span. */
const seriesOf = (
  amounts: UsageAmount[],
  groupBy?: UsageGrouping,
  usage = known,
) =>
  groupAmounts(amounts, breakdownOf(groupBy, usage.scope), usage)
    .map(group => denseSeries(group, spans))
    .map(({ measure, group, points }) =>
      [
        measure,
        ...Object.entries(group).flat(),
        ...points.map(({ value }) => value),
      ].join(' '),
    );

const ofAllKinds = [
  anAmount({ amount: 2 }),
  anAmount({ start: third, amount: 3 }),
  anAmount({ measure: 'responses', detail: '500', start: third }),
  anAmount({ measure: 'responses', detail: '200', amount: 2 }),
  anAmount({ measure: 'rate-limited', amount: 4 }),
  ...['a', 'b'].flatMap(tenant => [
    anAmount({
      measure: 'tokens',
      detail: 'output',
      tenant,
      keyId: `${tenant}1`,
    }),
    anAmount({
      measure: 'tokens',
      detail: 'input',
      tenant,
      keyId: `${tenant}1`,
      amount: 5,
    }),
    anAmount({
      measure: 'calls',
      detail: '200',
      tenant,
      keyId: `${tenant}2`,
      start: third,
    }),
  ]),
  anAmount({ measure: 'calls', detail: '401', amount: 9 }),
];

describe('amounts', () => {
  it.each<[UsageGrouping | undefined, string[]]>([
    [undefined, ['requests 2 0 3', 'limited 4 0 0', 'tokens 12 0 0']],
    [
      'status',
      [
        'responses status 200 2 0 0',
        'responses status 500 0 0 1',
        'limited 4 0 0',
      ],
    ],
    [
      'tokenType',
      ['tokens tokenType input 10 0 0', 'tokens tokenType output 2 0 0'],
    ],
    [
      'tenant',
      [
        'calls tenant  9 0 0',
        'calls tenant a 0 0 1',
        'calls tenant b 0 0 1',
        'tokens tenant a 6 0 0',
        'tokens tenant b 6 0 0',
      ],
    ],
    [
      'key',
      [
        'calls tenant  keyId  9 0 0',
        'calls tenant a keyId a2 0 0 1',
        'calls tenant b keyId b2 0 0 1',
        'tokens tenant a keyId a1 6 0 0',
        'tokens tenant b keyId b1 6 0 0',
      ],
    ],
  ])('are broken down by %s', (groupBy, expected) => {
    expect(seriesOf(ofAllKinds, groupBy)).toEqual(expected);
  });

  it.each<[string, UsageSummary, UsageGrouping | undefined, string[]]>([
    [
      'of zeros where it is known that nothing was used',
      known,
      undefined,
      ['requests 0 0 0', 'limited 0 0 0', 'tokens 0 0 0'],
    ],
    ['that are missing where it is not', unknown, undefined, []],
    ['of what is refused', known, 'status', ['limited 0 0 0']],
    ['for no group', known, 'tokenType', []],
    [
      'of the calls of a consumer',
      { ...known, scope: 'tenants', tokensUsed: null },
      undefined,
      ['calls 0 0 0'],
    ],
    [
      'of statuses for no consumer',
      { ...known, scope: 'tenants' },
      'status',
      [],
    ],
  ])('that are none make series %s', (_, usage, groupBy, expected) => {
    expect(seriesOf([], groupBy, usage)).toEqual(expected);
  });

  it('that were counted are shown even if their total is not known', () => {
    expect(seriesOf([anAmount({ amount: 2 })], undefined, unknown)).toEqual([
      'requests 2 0 0',
    ]);
  });
});
