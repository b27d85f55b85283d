/** A token bucket that fills continuously, as Envoy's local rate limit does; it starts full. Times are in ms. */
export class TokenBucket {
  #tokens: number;
  #filledAt: number;

  constructor(
    readonly capacity: number,
    private readonly intervalMs: number,
    now: number,
  ) {
    this.#tokens = capacity;
    this.#filledAt = now;
  }

  /** Tokens per millisecond. */
  get fillRate(): number {
    return this.capacity / this.intervalMs;
  }

  /** Takes one token, or answers false. */
  consume(now: number): boolean {
    this.#fill(now);
    if (this.#tokens < 1) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }

  get remaining(): number {
    return Math.floor(this.#tokens);
  }

  /** Whole seconds until there is a token again; 0 when there is one. */
  get secondsToNextToken(): number {
    return this.#tokens >= 1
      ? 0
      : Math.ceil((1 - this.#tokens) / this.fillRate / 1000);
  }

  #fill(now: number): void {
    const gained = (now - this.#filledAt) * this.fillRate;
    this.#tokens = Math.min(this.capacity, this.#tokens + gained);
    this.#filledAt = now;
  }
}
