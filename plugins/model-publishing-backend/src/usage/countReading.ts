import {
  CounterSeries,
  ScrapedTarget,
  UsageMeasure,
  UsageReading,
} from '@inference-portal/plugin-model-publishing-node';
import { CountedSeries, countSeries, missed } from './countSeries';
import { Attribute, Attribution } from './createAttribution';
import { Marks, NOBODY, SeriesMark } from './Marks';

/** Counted by processes that do not forget what they have counted when the route goes. */
const OUTLIVING: UsageMeasure[] = ['tokens', 'calls'];

const NOBODYS = { uid: NOBODY, createdAt: -Infinity };

/** Something that happened between two scrapes, at the time of the later one. */
export interface CountedAmount {
  uid: string;
  /** In milliseconds since the epoch. */
  at: number;
  measure: UsageMeasure;
  detail: string;
  tenant: string;
  keyId: string;
  amount: number;
}

export interface CountedReading {
  amounts: CountedAmount[];
  /** Marks after it. */
  marks: Marks;
  /** The first and the last scrape of an Envoy, in milliseconds since the epoch; undefined when there was none. */
  scraped: { first: number; last: number } | undefined;
}

/**
 * Turns raw counters into what has happened since the marks. Scrapes that have been counted before are left out, so
 * readings may overlap.
 */
export function countReading(
  reading: UsageReading,
  marks: Marks,
  attribute: Attribute,
): CountedReading {
  const targets = new Map(
    scrapedTargets(reading).map(target => [
      target.id,
      newScrapes(target, marks.targets.get(target.id)?.scrapedAt),
    ]),
  );
  const next: Marks = {
    series: new Map(marks.series),
    targets: new Map(marks.targets),
  };
  const amounts: CountedAmount[] = [];
  const read = new Set<string>();
  for (const series of reading.series) {
    const attribution = attribute(series);
    read.add(series.id);
    // What is not known yet is counted from its beginning once it is; what is not for the moment, from its mark.
    if (attribution === undefined) {
      continue;
    }
    const counted = countSeries({
      target: series.target,
      scrapes: targets.get(series.target) ?? [],
      samples: new Map(series.samples.map(({ at, value }) => [at, value])),
      mark: marks.series.get(series.id),
      targetMark: marks.targets.get(series.target),
      outlivesRoutes: OUTLIVING.includes(series.measure),
      publication: attribution === 'nobody' ? NOBODYS : attribution.publication,
    });
    setOrDelete(next.series, series.id, counted.mark);
    if (attribution !== 'nobody') {
      amounts.push(...amountsOf(series, attribution, counted.increases));
    }
  }
  for (const [id, mark] of marks.series) {
    if (!read.has(id)) {
      const after = (targets.get(mark.target) ?? []).reduce(
        (kept: SeriesMark | undefined) => missed(kept),
        mark,
      );
      setOrDelete(next.series, id, after);
    }
  }
  for (const [id, scrapes] of targets) {
    const last = scrapes.at(-1);
    if (last) {
      next.targets.set(id, { scrapedAt: last.at, startedAt: last.startedAt });
    }
  }
  return { amounts, marks: next, scraped: scrapesOfEnvoys(reading) };
}

function amountsOf(
  { measure, status, tokenType }: CounterSeries,
  { publication, tenant, keyId }: Attribution,
  increases: CountedSeries['increases'],
): CountedAmount[] {
  const { uid } = publication;
  const detail = status ?? tokenType ?? '';
  return increases.map(({ at, amount }) => ({
    uid,
    at,
    measure,
    detail,
    tenant,
    keyId,
    amount,
  }));
}

/** The targets, those included that only their series tell of: these were scraped when any of their series was. */
function scrapedTargets({ targets, series }: UsageReading): ScrapedTarget[] {
  const known = new Set(targets.map(({ id }) => id));
  const timesOfOthers = new Map<string, Set<number>>();
  for (const { target, samples } of series) {
    if (!known.has(target)) {
      const times = timesOfOthers.get(target) ?? new Set();
      samples.forEach(({ at }) => times.add(at));
      timesOfOthers.set(target, times);
    }
  }
  return [
    ...targets,
    ...[...timesOfOthers].map(([id, times]) => ({
      id,
      scrapes: [...times].sort((a, b) => a - b).map(at => ({ at })),
    })),
  ];
}

function newScrapes(
  { scrapes }: ScrapedTarget,
  countedUpTo = -Infinity,
): ScrapedTarget['scrapes'] {
  return scrapes.filter(({ at }) => at > countedUpTo);
}

/** Only Envoys tell when they have started; a reading that has none of them has nothing but other targets to go by. */
function scrapesOfEnvoys({ targets }: UsageReading): CountedReading['scraped'] {
  const scrapes = targets.flatMap(target => target.scrapes);
  const ofEnvoys = scrapes.filter(({ startedAt }) => startedAt !== undefined);
  const times = (ofEnvoys.length > 0 ? ofEnvoys : scrapes)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { first, last };
}

function setOrDelete<Value>(
  map: Map<string, Value>,
  key: string,
  value: Value | undefined,
): void {
  if (value === undefined) {
    map.delete(key);
  } else {
    map.set(key, value);
  }
}
