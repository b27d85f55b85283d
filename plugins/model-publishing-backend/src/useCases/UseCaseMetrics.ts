import { KeyState } from '@inference-portal/plugin-model-publishing-common';
import { CountedPublications } from '../listings/PublicationCounts';

/** What changes something for a caller; how long it takes is measured. */
export type MeasuredOperation =
  | 'publish'
  | 'update'
  | 'unpublish'
  | 'key-create'
  | 'key-rotate'
  | 'key-revoke';

/**
 * What a validated key is found to be: a state, or unknown to all gateways; throttled: it was not looked at; failed: it
 * could not be.
 */
export type ValidationOutcome = KeyState | 'unknown' | 'throttled' | 'failed';

/** Measures what callers ask for. */
export interface UseCaseMetrics {
  /** Measures one call; its failure is counted and thrown on. */
  measure<T>(operation: MeasuredOperation, work: () => Promise<T>): Promise<T>;
  validated(outcome: ValidationOutcome): void;
  /** Reads counts whenever metrics are collected. */
  watchPublications(index: { counts(): CountedPublications[] }): void;
}
