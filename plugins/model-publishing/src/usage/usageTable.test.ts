import {
  aTimeSeries,
  aUsageSeries,
  HOURS,
} from '../__testUtils__/usageBuilders';
import { unknownRanges } from './unknownRanges';
import { usageTableOf } from './usageTable';

const column = { id: 'a', label: 'A', look: 0 } as const;

describe('usageTableOf', () => {
  it('adds up the series of a column, and leaves what is not known without a value', () => {
    const table = usageTableOf(aUsageSeries(), [
      {
        ...column,
        series: [
          aTimeSeries('responses', [undefined, 1, 0, 2]),
          aTimeSeries('responses', [undefined, 3, 0, 4]),
        ],
      },
    ]);
    expect(table.columns).toEqual([{ ...column, total: 10 }]);
    expect(table.rows).toEqual([
      { start: HOURS[0], values: { a: null } },
      { start: HOURS[1], values: { a: 4 } },
      { start: HOURS[2], values: { a: 0 } },
      { start: HOURS[3], values: { a: 6 } },
    ]);
  });

  it.each([
    [
      [undefined, 1, undefined, undefined],
      [
        [0, 0],
        [2, 3],
      ],
    ],
    [[undefined, undefined, undefined, undefined], [[0, 3]]],
    [[0, 0, 0, 0], []],
  ])('of %j does not know the spans %j', (values, ranges) => {
    const { rows } = usageTableOf(aUsageSeries(), [
      { ...column, series: [aTimeSeries('requests', values)] },
    ]);
    expect(unknownRanges(rows)).toEqual(
      ranges.map(([first = -1, last = -1]) => ({
        first: HOURS[first],
        last: HOURS[last],
      })),
    );
  });
});
