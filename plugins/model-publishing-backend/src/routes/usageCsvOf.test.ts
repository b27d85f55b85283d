import {
  UsageGrouping,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { usageCsvOf } from './usageCsvOf';

const start = '2026-03-04T10:00:00.000Z';

const csvOf = (
  groupBy: UsageGrouping | null,
  ...series: UsageSeries['series']
) =>
  usageCsvOf({
    usage: {
      state: 'off',
      asOf: null,
      since: null,
      scope: 'publication',
      totalRequests: null,
      requestsToday: null,
      requestsLimited: null,
      tokensUsed: null,
      lastAccessTime: null,
    },
    from: start,
    to: start,
    step: 'hour',
    groupBy,
    series,
  });

describe('usage as CSV', () => {
  it.each<[UsageGrouping | null, string]>([
    [null, 'start,measure,value'],
    ['status', 'start,measure,status,value'],
    ['tokenType', 'start,measure,tokenType,value'],
    ['tenant', 'start,measure,tenant,value'],
    ['key', 'start,measure,tenant,keyId,value'],
  ])('by %s has a header even without a line', (groupBy, header) => {
    expect(csvOf(groupBy)).toBe(`${header}\r\n`);
  });

  it('has a line for each point, with empty cells for what a series is not told apart by', () => {
    const points = [
      { start, value: 2 },
      { start: '2026-03-04T11:00:00.000Z', value: 0 },
    ];
    expect(
      csvOf(
        'status',
        { measure: 'responses', group: { status: '200' }, points },
        { measure: 'limited', group: {}, points: [{ start, value: 1.5 }] },
      ).split('\r\n'),
    ).toEqual([
      'start,measure,status,value',
      '2026-03-04T10:00:00.000Z,responses,200,2',
      '2026-03-04T11:00:00.000Z,responses,200,0',
      '2026-03-04T10:00:00.000Z,limited,,1.5',
      '',
    ]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['a,"b"', '"a,""b"""'],
    ['=a\n,b', `"'=a\n,b"`],
  ])('makes no formula and no further cell of %j', (tokenType, cell) => {
    const series = {
      measure: 'tokens' as const,
      group: { tokenType },
      points: [{ start, value: 1 }],
    };
    expect(csvOf('tokenType', series)).toBe(
      `start,measure,tokenType,value\r\n${start},tokens,${cell},1\r\n`,
    );
  });
});
