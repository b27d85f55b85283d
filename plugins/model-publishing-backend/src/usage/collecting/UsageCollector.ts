import { LoggerService } from '@backstage/backend-plugin-api';
import {
  UsageReading,
  UsageSource,
} from '@inference-portal/plugin-model-publishing-node';
import {
  FinishedCollection,
  UsageCollectionMetrics,
} from '../UsageCollectionMetrics';
import { CountedPublication } from './CountedPublication';
import { countReading } from './countReading';
import { createAttribution } from './createAttribution';
import { Collection, UsageLedger } from './UsageLedger';

/** Samples of one scrape may arrive one after the other; what was read before is read again for so long. */
export const OVERLAP_MS = 60_000;
/** After a gap, so much is read at first, then twice as much each time as long as answers are small. */
export const WINDOW_MS = 5 * 60_000;
const LONGEST_WINDOW_MS = 6 * 60 * 60_000;
const MANY_SAMPLES = 50_000;
/** What was too much, or took too long, is halved down to this. */
const LEAST_WINDOW_MS = 30_000;
/** What the first collection looks back on. */
export const FIRST_LOOK_MS = 60 * 60_000;

const PROBLEM_LENGTH = 300;

interface Failure {
  /** In milliseconds since the epoch. */
  retryAt: number;
  /** What is read at once the next time. */
  windowMs: number;
}

export interface UsageCollectorOptions {
  source: UsageSource;
  ledger: UsageLedger;
  /** Between two collections, in milliseconds. */
  intervalMs: number;
  /** How old samples are when all of their scrape are there, in milliseconds. */
  delayMs: number;
  clock: () => Date;
  logger: LoggerService;
  /** Told of each collection. */
  onCollected?: UsageCollectionMetrics['collected'];
  /** Told when usage has grown. */
  onCounted?: () => void;
}

/** A cluster whose usage is collected. */
export interface CollectedCluster {
  name: string;
  /** Namespaces of its gateways. */
  namespaces: string[];
  /**
   * Its publications now.
   *
   * @throws ServiceUnavailableError as long as the cluster has not been read once
   */
  publications: () => CountedPublication[];
}

/** Counts what the source has counted since the last time, on one replica at a time. */
export class UsageCollector {
  readonly #options: UsageCollectorOptions;
  /** Clusters that could not be counted lately. */
  readonly #failing = new Map<string, Failure>();

  constructor(options: UsageCollectorOptions) {
    this.#options = options;
  }

  /** Collects if it is time, and this replica's turn. To be called every few seconds; it also keeps the turn. */
  async tick(cluster: CollectedCluster, signal: AbortSignal): Promise<void> {
    const { ledger, clock, intervalMs } = this.#options;
    const { retryAt = 0 } = this.#failing.get(cluster.name) ?? {};
    // It is somebody else's turn meanwhile.
    if (clock().getTime() < retryAt) {
      return;
    }
    const collection = await ledger.begin(cluster.name);
    const due = (collection?.collectedAt ?? -Infinity) + intervalMs;
    if (!collection || clock().getTime() < due) {
      return;
    }
    const began = clock().getTime();
    const report = (outcome: FinishedCollection['outcome']) =>
      this.#options.onCollected?.({
        cluster: cluster.name,
        seconds: (clock().getTime() - began) / 1_000,
        outcome,
      });
    try {
      await this.#collect(cluster, collection, signal);
      report('success');
      this.#succeeded(cluster);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      report('failure');
      await this.#failed(cluster, collection, error);
    }
  }

  /** Reads window after window up to now. */
  async #collect(
    cluster: CollectedCluster,
    begun: Collection,
    signal: AbortSignal,
  ): Promise<void> {
    const { source, ledger, clock, delayMs } = this.#options;
    let { windowMs = WINDOW_MS } = this.#failing.get(cluster.name) ?? {};
    const now = clock().getTime() - delayMs;
    let collection: Collection | undefined = begun;
    // Whoever else moves them on moves the version on too, and the commit below is refused.
    let marks = await ledger.marksOf(begun);
    let from = begun.collectedUpTo ?? now - FIRST_LOOK_MS;
    while (collection && from < now && !signal.aborted) {
      const upTo = Math.min(now, from + windowMs);
      const publications = cluster.publications();
      const reading = await source.read({
        cluster: cluster.name,
        namespaces: cluster.namespaces,
        after: from - OVERLAP_MS,
        upTo,
        signal,
      });
      const attribute = createAttribution(publications);
      const counted = countReading(
        reading,
        { marks, collectedUpTo: from },
        attribute,
      );
      collection = await ledger.commit(collection, {
        ...counted,
        upTo,
        before: marks,
      });
      if (collection && counted.amounts.length > 0) {
        this.#options.onCounted?.();
      }
      marks = counted.marks;
      from = upTo;
      if (samplesIn(reading) < MANY_SAMPLES) {
        windowMs = Math.min(2 * windowMs, LONGEST_WINDOW_MS);
      }
    }
  }

  #succeeded({ name }: CollectedCluster): void {
    if (this.#failing.delete(name)) {
      this.#options.logger.info(
        `The usage of Kubernetes cluster "${name}" is counted again`,
      );
    }
  }

  async #failed(
    { name }: CollectedCluster,
    collection: Collection,
    error: unknown,
  ): Promise<void> {
    const { ledger, logger, clock, intervalMs } = this.#options;
    const before = this.#failing.get(name);
    this.#failing.set(name, {
      retryAt: clock().getTime() + intervalMs,
      windowMs: Math.max(LEAST_WINDOW_MS, (before?.windowMs ?? WINDOW_MS) / 2),
    });
    const problem = inShort(error);
    if (!before) {
      logger.warn(
        `The usage of Kubernetes cluster "${name}" cannot be counted, trying again: ${problem}`,
      );
    }
    await ledger.fail(collection, problem);
  }
}

function samplesIn({ series }: UsageReading): number {
  return series.reduce((sum, { samples }) => sum + samples.length, 0);
}

/** A database tells its whole statement before it says what is wrong. */
function inShort(error: unknown): string {
  const text = String(error);
  return text.length > PROBLEM_LENGTH
    ? `... ${text.slice(-PROBLEM_LENGTH)}`
    : text;
}
