import { countSeries, SeriesToCount } from './countSeries';
import { NOBODY, SeriesMark } from './Marks';

const BORN = 1_000_000;
const publication = { uid: 'one', createdAt: BORN };
/** Scrapes 15 s apart, the first 60 s after the publication. */
const at = (index: number) => BORN + 60_000 + index * 15_000;
const scrapes = (count: number, startedAt?: number) =>
  Array.from({ length: count }, (_, index) => ({ at: at(index), startedAt }));
const samples = (...values: Array<number | undefined>) =>
  new Map(
    values.flatMap((value, index) =>
      value === undefined ? [] : [[at(index), value] as const],
    ),
  );
const mark = (value: number, more: Partial<SeriesMark> = {}): SeriesMark => ({
  target: 'envoy',
  uid: 'one',
  value,
  missing: false,
  outlivesRoutes: false,
  ...more,
});
const before = { scrapedAt: at(-1), startedAt: undefined };

const count = (series: Partial<SeriesToCount>) => {
  const counted = countSeries({
    target: 'envoy',
    scrapes: scrapes(series.samples?.size ?? 0),
    samples: new Map(),
    mark: undefined,
    targetMark: before,
    outlivesRoutes: false,
    collectedUpTo: at(-1),
    publication,
    ...series,
  });
  return {
    amounts: counted.increases.map(({ amount }) => amount),
    mark: counted.mark,
  };
};

describe('countSeries', () => {
  it.each<[title: string, series: Partial<SeriesToCount>, amounts: number[]]>([
    [
      'counts what has come since the mark',
      { mark: mark(5), samples: samples(7, 7, 10) },
      [2, 3],
    ],
    [
      'counts from 0 after a reset',
      { mark: mark(5), samples: samples(3, 4) },
      [3, 1],
    ],
    [
      'counts from 0 when its process has started anew, although the counter is ahead already',
      {
        mark: mark(5),
        targetMark: { scrapedAt: at(-1), startedAt: BORN },
        scrapes: scrapes(1, at(-1) + 5_000),
        samples: samples(8),
      },
      [8],
    ],
    [
      'counts from 0 after a restart, although the first scrape after it came without the series',
      {
        mark: mark(5),
        targetMark: { scrapedAt: at(-1), startedAt: BORN },
        scrapes: scrapes(2, at(-1) + 5_000),
        samples: samples(undefined, 8),
      },
      [8],
    ],
    [
      'takes start times for the same that differ by as much as Envoy’s do',
      {
        mark: mark(5),
        targetMark: { scrapedAt: at(-1), startedAt: BORN },
        scrapes: scrapes(1, BORN + 6_000),
        samples: samples(8),
      },
      [3],
    ],
    [
      'counts from 0 what counted for an earlier publication, although it is ahead already',
      { mark: mark(5, { uid: 'earlier' }), samples: samples(8) },
      [8],
    ],
    [
      'goes on for a publication after an earlier one where the counter does',
      {
        mark: mark(5, { uid: 'earlier', outlivesRoutes: true }),
        samples: samples(8),
      },
      [3],
    ],
    [
      'counts from 0 after it was missing twice',
      {
        mark: mark(5),
        scrapes: scrapes(3),
        samples: samples(undefined, undefined, 8),
      },
      [8],
    ],
    [
      'counts from 0 after it was missing twice, the first time in the reading before',
      {
        mark: mark(5, { missing: true }),
        scrapes: scrapes(2),
        samples: samples(undefined, 8),
      },
      [8],
    ],
    [
      'goes on after it was missing where it does not go with a route',
      {
        mark: mark(5, { outlivesRoutes: true }),
        scrapes: scrapes(3),
        samples: samples(undefined, undefined, 8),
      },
      [3],
    ],
    [
      'does not take a clock that was set for a restart',
      {
        mark: mark(5),
        targetMark: { scrapedAt: at(-1), startedAt: BORN },
        scrapes: scrapes(1, BORN + 20_000),
        samples: samples(8),
      },
      [3],
    ],
    [
      'does not count what it had counted under another name: its process is older than the last collection',
      {
        targetMark: undefined,
        collectedUpTo: at(0) + 10 * 60_000,
        scrapes: scrapes(2, BORN + 1),
        samples: samples(8, 9),
      },
      [1],
    ],
    [
      'goes on after it was missing once',
      { mark: mark(5), scrapes: scrapes(2), samples: samples(undefined, 8) },
      [3],
    ],
    [
      'counts a new one from 0 when the target was scraped without it before',
      { samples: samples(8, 9) },
      [8, 1],
    ],
    [
      'counts a new one from 0 when its process is younger than the publication',
      {
        targetMark: undefined,
        scrapes: scrapes(1, BORN + 1),
        samples: samples(8),
      },
      [8],
    ],
    [
      'does not count what an old one had counted before it was first seen',
      {
        targetMark: undefined,
        scrapes: scrapes(2, BORN - 1),
        samples: samples(8, 9),
      },
      [1],
    ],
    [
      'does not count what an old one of a process without start time had counted',
      { targetMark: undefined, samples: samples(8, 9) },
      [1],
    ],
    [
      'goes on from what was ambiguous',
      { mark: mark(5, { uid: NOBODY }), samples: samples(8) },
      [3],
    ],
  ])('%s', (_title, series, amounts) => {
    expect(count(series).amounts).toEqual(amounts);
  });

  it('leaves what an earlier publication counted to that one, from scrape to scrape', () => {
    const young = { uid: 'two', createdAt: at(1) };
    const counted = count({
      mark: mark(5),
      samples: samples(9, 4, 6),
      publication: young,
    });
    expect(counted).toEqual({
      amounts: [4, 2],
      mark: mark(6, { uid: 'two' }),
    });
  });

  it('counts all of a new one whose first scrape seems to be before its publication', () => {
    const young = { uid: 'two', createdAt: at(0) + 1 };
    expect(
      count({ samples: samples(3, 5), publication: young }).amounts,
    ).toEqual([5]);
  });

  it('forgets a series that has gone', () => {
    expect(count({ mark: mark(5), scrapes: scrapes(1) }).mark).toEqual(
      mark(5, { missing: true }),
    );
    expect(count({ mark: mark(5), scrapes: scrapes(2) }).mark).toBeUndefined();
  });

  it('has nothing to say without a scrape', () => {
    expect(count({ mark: mark(5), scrapes: [] })).toEqual({
      amounts: [],
      mark: mark(5),
    });
  });
});
