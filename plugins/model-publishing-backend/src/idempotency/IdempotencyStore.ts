/** A request that may arrive more than once. */
export interface RepeatableRequest {
  /** Caller and operation: keys of different ones have nothing to do with each other. */
  scope: string;
  /** The Idempotency-Key. */
  key: string;
  /** Of everything that the request asks for; see `requestHash`. */
  requestHash: string;
}

/** The right to carry a request out. It ends by itself unless it is renewed, so that a dead holder blocks nobody. */
export interface Lease {
  scope: string;
  key: string;
  /** Unique for each attempt. */
  holder: string;
}

/** What is remembered of a request that was carried out: nothing secret. */
export interface RequestOutcome {
  statusCode: number;
  /** Id of the API key that was issued. */
  keyId: string | undefined;
}

/** Whether a request is to be carried out: by whoever asks, by somebody else just now, or not any more. */
export type Begun =
  | { kind: 'run'; lease: Lease }
  | { kind: 'running' }
  | { kind: 'done'; outcome: RequestOutcome };

/** Remembers requests for 24 hours, for all replicas together. */
export interface IdempotencyStore {
  /** @throws RuleViolationError when the key was used for a different request */
  begin(request: RepeatableRequest): Promise<Begun>;
  /** Keeps a lease from running out. One that somebody has taken over stays theirs. */
  renew(lease: Lease): Promise<void>;
  /** The request was carried out. */
  complete(lease: Lease, outcome: RequestOutcome): Promise<void>;
  /** The request failed: it may be tried again at once. */
  abandon(lease: Lease): Promise<void>;
}
