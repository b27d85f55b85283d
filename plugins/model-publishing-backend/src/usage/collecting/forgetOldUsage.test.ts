import { describeOnDatabases } from '../../__testUtils__/describeOnDatabases';
import { forgetOldUsage } from './forgetOldUsage';
import { rollUp } from './rollUp';
import { AMOUNTS } from '../usageTables';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.parse('2026-06-01T12:30:00Z');
const retentionMs = {
  minute: 2 * HOUR_MS,
  hour: 2 * DAY_MS,
  day: 30 * DAY_MS,
};

describeOnDatabases('old usage', database => {
  const count = async (uid: string, at: number) =>
    database()(AMOUNTS).insert(
      rollUp([
        {
          uid,
          at,
          measure: 'requests',
          detail: '',
          tenant: '',
          keyId: '',
          amount: 1,
        },
      ]),
    );
  const forget = () =>
    forgetOldUsage(database(), retentionMs, {
      now: new Date(NOW),
      published: () => ['published'],
    });
  const spansOf = async (uid: string) =>
    (await database()(AMOUNTS).where({ uid }).pluck('span')).sort();

  it.each<[age: string, ageMs: number, spans: string[]]>([
    ['of this hour', 10 * 60_000, ['day', 'hour', 'minute', 'total']],
    ['of yesterday', DAY_MS, ['day', 'hour', 'total']],
    ['of last week', 7 * DAY_MS, ['day', 'total']],
    ['of two months ago', 60 * DAY_MS, ['total']],
  ])('%s is kept as long as it is configured', async (_age, ageMs, spans) => {
    await count('published', NOW - ageMs);
    await forget();
    expect(await spansOf('published')).toEqual(spans);
  });

  it('keeps the span whole that the border falls into', async () => {
    await count('published', NOW - retentionMs.hour - 20 * 60_000);
    await forget();
    expect(await spansOf('published')).toContain('hour');
  });

  it('forgets totals of models that are not published any more', async () => {
    await count('gone', NOW - 60 * DAY_MS);
    await count('gone lately', NOW - 7 * DAY_MS);
    await forget();
    expect(await spansOf('gone')).toEqual([]);
    expect(await spansOf('gone lately')).toEqual(['day', 'total']);
  });
});
