import { parseSelector } from './parseSelector';
import { TimeSeriesStore } from './TimeSeriesStore';

const envoy = { job: 'envoy', instance: 'a:1' };
const processor = { job: 'processor', instance: 'b:2' };
const minute = 60_000;

/** Records scrapes of values by name, all of one target. */
function scrape(
  store: TimeSeriesStore,
  at: number,
  values: Record<string, number>,
  target = envoy,
) {
  const samples = Object.entries(values).map(([name, value]) => ({
    labels: { __name__: name },
    value,
  }));
  store.record(target, at, samples);
}

const pairsOf = (series: ReturnType<TimeSeriesStore['valuesAt']>) =>
  series.map(({ samples }) => samples.map(({ at, value }) => [at, value]));

describe('TimeSeriesStore', () => {
  const one = parseSelector('one');

  it('answers every scrape of a span, which is open to the left', () => {
    const store = new TimeSeriesStore();
    [1, 2, 2, 5].forEach((value, index) =>
      scrape(store, 1000 * (index + 1), { one: value }),
    );
    expect(pairsOf(store.samplesIn(one, 1000, 4000))).toEqual([
      [
        [2000, 2],
        [3000, 2],
        [4000, 5],
      ],
    ]);
    expect(store.samplesIn(one, 4000, 9000)).toEqual([]);
  });

  it('has no sample of a series that a scrape did not find', () => {
    const store = new TimeSeriesStore();
    scrape(store, 1000, { one: 7 });
    scrape(store, 2000, {});
    scrape(store, 3000, { one: 7 });
    expect(pairsOf(store.samplesIn(one, 0, 3000))).toEqual([
      [
        [1000, 7],
        [3000, 7],
      ],
    ]);
  });

  it('takes a missing series for stale at once, and a silent target after 5 minutes', () => {
    const store = new TimeSeriesStore();
    scrape(store, 1000, { one: 1, two: 2 });
    scrape(store, 2000, { two: 2 });
    const at = (name: string, time: number) =>
      pairsOf(store.valuesAt(parseSelector(name), [time]));
    expect(at('one', 999)).toEqual([]);
    expect(at('one', 1999)).toEqual([[[1999, 1]]]);
    expect(at('one', 2000)).toEqual([]);
    expect(at('two', 2000 + 5 * minute - 1)).toHaveLength(1);
    expect(at('two', 2000 + 5 * minute)).toEqual([]);
  });

  it('keeps targets apart', () => {
    const store = new TimeSeriesStore();
    scrape(store, 1000, { one: 1 });
    scrape(store, 1500, { one: 9 }, processor);
    scrape(store, 2000, {});
    expect(store.valuesAt(one, [2000])).toEqual([
      {
        labels: { __name__: 'one', ...processor },
        samples: [{ at: 2000, value: 9 }],
      },
    ]);
  });

  it('keeps a job that a target names itself under another name', () => {
    const store = new TimeSeriesStore();
    const labels = { __name__: 'one', job: 'own' };
    store.record(envoy, 1000, [{ labels, value: 1 }]);
    expect(store.valuesAt(one, [1000])).toMatchObject([
      { labels: { ...envoy, __name__: 'one', exported_job: 'own' } },
    ]);
  });

  it('forgets after 2 hours, but not what is still counted', () => {
    const store = new TimeSeriesStore();
    const later = 1000 + 121 * minute;
    scrape(store, 1000, { one: 1, two: 2 });
    scrape(store, 2000, { one: 1 });
    scrape(store, later, { one: 1 });
    const all = parseSelector('{__name__=~"one|two"}');
    expect(pairsOf(store.samplesIn(all, 0, later))).toEqual([[[later, 1]]]);
  });
});
