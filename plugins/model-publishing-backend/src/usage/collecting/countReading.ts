import {
  CounterSeries,
  ScrapedTarget,
  UsageMeasure,
  UsageReading,
} from '@inference-portal/plugin-model-publishing-node';
import { CountedSeries, countSeries } from './countSeries';
import { Attribute, Attribution } from './createAttribution';
import { Marks, NOBODY } from './Marks';

/** Counted by processes that do not forget what they have counted when the route goes. */
const OUTLIVING: UsageMeasure[] = ['tokens', 'calls'];

/** Longer than what Prometheus may be away. */
const FORGOTTEN_AFTER_MS = 7 * 24 * 60 * 60_000;

/** What the database keeps of a status or type, which models may make up. */
const DETAIL_LENGTH = 32;

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
  { marks, collectedUpTo }: { marks: Marks; collectedUpTo: number },
  attribute: Attribute,
): CountedReading {
  const scraped = scrapedTargets(reading);
  const targets = new Map(
    scraped.map(target => [
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
      collectedUpTo,
      publication: attribution === 'nobody' ? NOBODYS : attribution.publication,
    });
    setOrDelete(next.series, series.id, counted.mark);
    if (attribution !== 'nobody') {
      amounts.push(...amountsOf(series, attribution, counted.increases));
    }
  }
  for (const [id, mark] of marks.series) {
    if (!read.has(id)) {
      const missed = countSeries({
        ...mark,
        scrapes: targets.get(mark.target) ?? [],
        samples: new Map(),
        mark,
        targetMark: marks.targets.get(mark.target),
        collectedUpTo,
        publication: NOBODYS,
      });
      setOrDelete(next.series, id, missed.mark);
    }
  }
  for (const [id, scrapes] of targets) {
    const last = scrapes.at(-1);
    if (last) {
      next.targets.set(id, { scrapedAt: last.at, startedAt: last.startedAt });
    }
  }
  forgetTargets(next, collectedUpTo - FORGOTTEN_AFTER_MS);
  return {
    amounts,
    marks: next,
    scraped: scrapesOfEnvoys(scraped, reading.series),
  };
}

function amountsOf(
  { measure, status, tokenType }: CounterSeries,
  { publication, tenant, keyId }: Attribution,
  increases: CountedSeries['increases'],
): CountedAmount[] {
  const { uid } = publication;
  const detail = (status ?? tokenType ?? '').slice(0, DETAIL_LENGTH);
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

/**
 * Scrapes of what counts requests: what tells when it has started, as Envoys do, and what has counted requests. What else
 * is scraped says nothing about gateways.
 */
function scrapesOfEnvoys(
  targets: ScrapedTarget[],
  series: CounterSeries[],
): CountedReading['scraped'] {
  const counting = new Set(
    series.flatMap(({ measure, target }) =>
      OUTLIVING.includes(measure) ? [] : target,
    ),
  );
  const times = targets
    .filter(({ id, scrapes }) => counting.has(id) || scrapes.some(isDated))
    .flatMap(({ scrapes }) => scrapes.map(({ at }) => at))
    .sort((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { first, last };
}

function isDated({ startedAt }: ScrapedTarget['scrapes'][number]): boolean {
  return startedAt !== undefined;
}

/** Processes come and go; what nobody scrapes any more has nothing to go on with. */
function forgetTargets({ series, targets }: Marks, before: number): void {
  for (const [id, { scrapedAt }] of targets) {
    if (scrapedAt < before) {
      targets.delete(id);
    }
  }
  for (const [id, { target }] of series) {
    if (!targets.has(target)) {
      series.delete(id);
    }
  }
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
