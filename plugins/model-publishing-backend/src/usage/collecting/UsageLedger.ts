import { CountedReading } from './countReading';
import { Marks } from './Marks';

/** A collection that this replica may make. Times are milliseconds since the epoch. */
export interface Collection {
  cluster: string;
  version: number;
  /** undefined before the first. */
  collectedUpTo: number | undefined;
  collectedAt: number | undefined;
}

/** Who collects, how far, and what was counted. */
export interface UsageLedger {
  /**
   * Asks for the right to collect, which lasts some seconds from each call and each commit on.
   *
   * @returns undefined while another replica has it
   */
  begin(cluster: string): Promise<Collection | undefined>;
  /** Where counting goes on. */
  marksOf(collection: Collection): Promise<Marks>;
  /**
   * Writes down what was counted, together with how far, all or nothing.
   *
   * @returns the collection to go on with; undefined when another replica has collected meanwhile: nothing was written
   */
  commit(
    collection: Collection,
    counted: CountedReading & { upTo: number; before: Marks },
  ): Promise<Collection | undefined>;
  /** Writes down why nothing was counted, and leaves it to another replica to try. */
  fail(collection: Collection, problem: string): Promise<void>;
}
