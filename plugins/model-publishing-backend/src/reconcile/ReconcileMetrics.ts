import { QueueCounts } from './ReconcileQueue';

/** What is brought in order: one publication, or the guard of its gateway. */
export type ReconcileSubject = 'publication' | 'guard';

/** Measures how gateways are kept in order. */
export interface ReconcileMetrics {
  /** Measures one run; its failure is counted and thrown on. */
  measure<T>(
    run: { gateway: string; subject: ReconcileSubject },
    work: () => Promise<T>,
  ): Promise<T>;
  /** Reads the queue of a gateway whenever metrics are collected. */
  watchQueue(gateway: string, queue: { counts(): QueueCounts }): void;
}

/** Measures nothing. */
export const noReconcileMetrics: ReconcileMetrics = {
  measure: (_, work) => work(),
  watchQueue: () => {},
};
