/** A condition in the status of an object. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
  /** RFC 3339. */
  lastTransitionTime?: string;
}
