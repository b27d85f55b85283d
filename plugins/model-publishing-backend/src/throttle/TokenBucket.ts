/** How often something may happen: so many times at once, and so many times a second in the long run. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** Counts what may still happen. Times are milliseconds. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAt: number;

  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#filledAt = now;
  }

  /** How long until it may happen once more; 0: now. */
  waitAt(now: number): number {
    this.#fill(now);
    return this.#tokens >= 1
      ? 0
      : ((1 - this.#tokens) / this.#rate.perSecond) * 1000;
  }

  /** It happens. */
  take(): void {
    this.#tokens -= 1;
  }

  #fill(now: number): void {
    const { perSecond, burst } = this.#rate;
    // Clocks are set back at times.
    const passed = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(burst, this.#tokens + (passed / 1000) * perSecond);
    this.#filledAt = now;
  }
}
