import { aTimeSeries } from '../__testUtils__/usageBuilders';
import { largestColumns } from './largestColumns';
import { isErrorStatus, statusColumns } from './statusColumns';
import { totalOf, UsageColumn } from './usageTable';

const told = (columns: UsageColumn[]) =>
  columns.map(({ label, series }) => `${label}: ${totalOf(series)}`);
const named = (label: string, value: number) => ({
  label,
  series: aTimeSeries('calls', [value]),
});

describe('largestColumns', () => {
  it('has the largest first, and adds up what has the same name', () => {
    const columns = largestColumns(
      [named('small', 1), named('same', 2), named('same', 3)],
      'Others',
    );
    expect(told(columns)).toEqual(['same: 5', 'small: 1']);
  });

  it('puts together what could not be told apart in a chart', () => {
    const columns = largestColumns(
      [8, 7, 6, 5, 4, 3, 2, 1].map(value => named(`of ${value}`, value)),
      'Others',
    );
    expect(told(columns)).toEqual([
      'of 8: 8',
      'of 7: 7',
      'of 6: 6',
      'of 5: 5',
      'of 4: 4',
      'of 3: 3',
      'Others: 3',
    ]);
    expect(new Set(columns.map(({ look }) => look)).size).toBe(7);
  });
});

describe('statusColumns', () => {
  it('sorts answers by the class of their status', () => {
    const columns = statusColumns(
      ['200', '204', '404', '503', '0', ''].map(status =>
        aTimeSeries('responses', [1], { status }),
      ),
      name => name,
    );
    expect(told(columns)).toEqual(['2xx: 2', '4xx: 1', '5xx: 1', 'other: 2']);
  });

  it('gives a class the same look whatever else there is', () => {
    const lookOf4xx = (statuses: string[]) =>
      statusColumns(
        statuses.map(status => aTimeSeries('responses', [1], { status })),
        name => name,
      ).find(({ id }) => id === '4xx')?.look;
    expect(lookOf4xx(['404'])).toBe(lookOf4xx(['200', '301', '404', '500']));
  });

  it.each([
    ['200', false],
    ['302', false],
    ['400', true],
    ['503', true],
    ['', false],
    [undefined, false],
  ])('takes %s for an error: %s', (status, isError) => {
    expect(isErrorStatus(status)).toBe(isError);
  });
});
