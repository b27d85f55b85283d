/** Measures how usage is collected. Only the replica that collects a cluster's usage calls this. */
export interface UsageCollectionMetrics {
  /** Measures one collection; its failure is counted and thrown on. */
  measure<T>(cluster: string, work: () => Promise<T>): Promise<T>;
  /**
   * What was scraped up to then is counted; how long that is ago is the lag, from now on and without another call.
   * undefined: another replica collects now, and this one has nothing to say any more.
   */
  countedUpTo(cluster: string, asOf: Date | undefined): void;
}
