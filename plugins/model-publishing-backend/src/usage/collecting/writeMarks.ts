import { Knex } from 'knex';
import { SERIES, TARGETS } from '../usageTables';
import { Marks } from './Marks';
import { pagesOf } from './pagesOf';

/** Of series, only what has changed: most rest most of the time. */
export async function writeMarks(
  transaction: Knex.Transaction,
  cluster: string,
  before: Marks,
  after: Marks,
): Promise<void> {
  const targets = [...after.targets]
    .filter(
      ([id, mark]) => mark.scrapedAt !== before.targets.get(id)?.scrapedAt,
    )
    .map(([target, { scrapedAt, startedAt }]) => ({
      cluster,
      target,
      scraped_at: scrapedAt,
      started_at: startedAt ?? null,
    }));
  const series = [...after.series]
    .filter(([id, mark]) => {
      const { value, missing, uid } = before.series.get(id) ?? {};
      return (
        value !== mark.value || missing !== mark.missing || uid !== mark.uid
      );
    })
    .map(([id, { outlivesRoutes, ...mark }]) => ({
      cluster,
      series: id,
      ...mark,
      outlives_routes: outlivesRoutes,
    }));
  const gone = goneFrom(before.series, after.series);
  const goneTargets = goneFrom(before.targets, after.targets);
  for (const rows of pagesOf(targets)) {
    await transaction(TARGETS)
      .insert(rows)
      .onConflict(['cluster', 'target'])
      .merge();
  }
  for (const rows of pagesOf(series)) {
    await transaction(SERIES)
      .insert(rows)
      .onConflict(['cluster', 'series'])
      .merge();
  }
  for (const ids of pagesOf(gone)) {
    await transaction(SERIES)
      .where({ cluster })
      .whereIn('series', ids)
      .delete();
  }
  for (const ids of pagesOf(goneTargets)) {
    await transaction(TARGETS)
      .where({ cluster })
      .whereIn('target', ids)
      .delete();
  }
}

function goneFrom(
  before: Map<string, unknown>,
  after: Map<string, unknown>,
): string[] {
  return [...before.keys()].filter(id => !after.has(id));
}
