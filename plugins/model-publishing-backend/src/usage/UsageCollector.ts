import { LoggerService } from '@backstage/backend-plugin-api';
import { UsageSource } from '@inference-portal/plugin-model-publishing-node';
import { CountedPublication } from './CountedPublication';
import { countReading } from './countReading';
import { createAttribution } from './createAttribution';
import { Collection, UsageLedger } from './UsageLedger';

/** Samples of one scrape may arrive one after the other; what was read before is read again for so long. */
export const OVERLAP_MS = 60_000;
/** At most so much is read at once, so that an answer stays small after a long gap. */
export const WINDOW_MS = 10 * 60_000;
/** What the first collection looks back on. */
export const FIRST_LOOK_MS = 60 * 60_000;

export interface UsageCollectorOptions {
  source: UsageSource;
  ledger: UsageLedger;
  /** Between two collections, in milliseconds. */
  intervalMs: number;
  clock: () => Date;
  logger: LoggerService;
  /** Told of each collection. */
  onCollected?: (collection: {
    cluster: string;
    /** Of reading, counting and writing. */
    seconds: number;
    outcome: 'success' | 'failure';
  }) => void;
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
  /** When clusters whose source does not answer are tried again, in milliseconds since the epoch. */
  readonly #failing = new Map<string, number>();

  constructor(options: UsageCollectorOptions) {
    this.#options = options;
  }

  /** Collects if it is time, and this replica's turn. To be called every few seconds; it also keeps the turn. */
  async tick(cluster: CollectedCluster, signal: AbortSignal): Promise<void> {
    const { ledger, clock, intervalMs } = this.#options;
    const collection = await ledger.begin(cluster.name);
    const due =
      this.#failing.get(cluster.name) ??
      (collection?.collectedAt ?? -Infinity) + intervalMs;
    if (!collection || clock().getTime() < due) {
      return;
    }
    const began = clock().getTime();
    const report = (outcome: 'success' | 'failure') =>
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
    const { source, ledger, clock } = this.#options;
    const now = clock().getTime();
    let collection: Collection | undefined = begun;
    let from = begun.collectedUpTo ?? now - FIRST_LOOK_MS;
    while (collection && from < now && !signal.aborted) {
      const upTo = Math.min(now, from + WINDOW_MS);
      const publications = cluster.publications();
      const reading = await source.read({
        cluster: cluster.name,
        namespaces: cluster.namespaces,
        after: from - OVERLAP_MS,
        upTo,
        signal,
      });
      const before = await ledger.marksOf(collection);
      const attribute = createAttribution(publications);
      const counted = countReading(reading, before, attribute);
      collection = await ledger.commit(collection, {
        ...counted,
        upTo,
        before,
      });
      from = upTo;
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
    const isNew = !this.#failing.has(name);
    this.#failing.set(name, clock().getTime() + intervalMs);
    if (isNew) {
      logger.warn(
        `The usage of Kubernetes cluster "${name}" cannot be counted, trying again: ${error}`,
      );
    }
    await ledger.fail(collection, String(error));
  }
}
