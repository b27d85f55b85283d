import { TooManyRequestsError } from '../errors/TooManyRequestsError';

export interface SlotLimits {
  perCaller: number;
  /** Of all callers, on this replica. */
  total: number;
}

/** Bounds how many test requests run at a time. */
export class TestRequestSlots {
  readonly #limits: SlotLimits;
  readonly #taken = new Map<string, number>();
  #total = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /**
   * @param caller - name of the principal
   * @returns what gives the slot back; doing it again changes nothing
   * @throws TooManyRequestsError when there is none
   */
  take(caller: string): () => void {
    const own = this.#taken.get(caller) ?? 0;
    if (own >= this.#limits.perCaller) {
      throw new TooManyRequestsError(
        `You have ${own} test requests running already; wait for one, or stop it`,
      );
    }
    if (this.#total >= this.#limits.total) {
      throw new TooManyRequestsError(
        'Too many people are sending test requests at the moment; try again in a while',
      );
    }
    this.#count(caller, 1);
    let isTaken = true;
    return () => {
      if (isTaken) {
        isTaken = false;
        this.#count(caller, -1);
      }
    };
  }

  #count(caller: string, change: 1 | -1): void {
    this.#total += change;
    const own = (this.#taken.get(caller) ?? 0) + change;
    if (own === 0) {
      this.#taken.delete(caller);
    } else {
      this.#taken.set(caller, own);
    }
  }
}
