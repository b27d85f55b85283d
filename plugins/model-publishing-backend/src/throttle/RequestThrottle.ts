import { addressGroupOf } from './addressGroupOf';
import { Rate, TokenBucket } from './TokenBucket';

/** Holds back those who ask too often. */
export interface RequestThrottle {
  /**
   * @param address - IP address of the caller
   * @returns 0 when the request may go on, or else after how many milliseconds it may be tried again
   */
  admit(address: string | undefined): number;
}

/** Addresses that are told apart. The one that was not seen longest is forgotten first. */
const ADDRESSES_MAX = 10_000;

/** Counts per address and in total, on this replica. What is refused counts nowhere, so one address cannot use up everybody's share. */
export class BoundedRequestThrottle implements RequestThrottle {
  readonly #rates: { perAddress: Rate; total: Rate };
  readonly #clock: () => Date;
  readonly #total: TokenBucket;
  /** In the order of their last request. */
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(rates: { perAddress: Rate; total: Rate }, clock: () => Date) {
    this.#rates = rates;
    this.#clock = clock;
    this.#total = new TokenBucket(rates.total, clock().getTime());
  }

  admit(address: string | undefined): number {
    const now = this.#clock().getTime();
    const own = this.#bucketOf(addressGroupOf(address), now);
    const wait = Math.max(own.waitAt(now), this.#total.waitAt(now));
    if (wait === 0) {
      own.take();
      this.#total.take();
    }
    return wait;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  #bucketOf(group: string, now: number): TokenBucket {
    const bucket =
      this.#buckets.get(group) ?? new TokenBucket(this.#rates.perAddress, now);
    this.#buckets.delete(group);
    this.#buckets.set(group, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > ADDRESSES_MAX && oldest !== undefined) {
      this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
