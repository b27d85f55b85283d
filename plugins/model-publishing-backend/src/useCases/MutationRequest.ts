/**
 * A change that may arrive more than once (header Idempotency-Key). Use cases leave the id in what they write, and
 * answer from there when they find it.
 */
export interface MutationRequest {
  /** Of caller, operation and key; 64 hexadecimal characters. */
  id: string;
  /** The change was made before: it must not be made again, even if nothing of it is left. */
  replay: boolean;
}
