/** One collection of a cluster's usage, of reading, counting and writing. */
export interface FinishedCollection {
  cluster: string;
  seconds: number;
  outcome: 'success' | 'failure';
}

/** Measures how usage is collected. Only the replica whose turn it is collects. */
export interface UsageCollectionMetrics {
  collected(collection: FinishedCollection): void;
}
