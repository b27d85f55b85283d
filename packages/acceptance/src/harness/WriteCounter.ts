/** Counts what the backend writes to the cluster, and cuts it off at a chosen write. */
export class WriteCounter {
  #count = 0;
  #cutAfter = Number.POSITIVE_INFINITY;
  readonly #cut: () => Promise<void>;

  constructor(cut: () => Promise<void>) {
    this.#cut = cut;
  }

  get count(): number {
    return this.#count;
  }

  /** Counts from zero; after the given write, if any, the backend is cut off. */
  begin(cutAfter?: number): void {
    this.#count = 0;
    this.#cutAfter = cutAfter ?? Number.POSITIVE_INFINITY;
  }

  /** Whether the backend may learn that its write was carried out. */
  async onWrite(): Promise<boolean> {
    this.#count += 1;
    if (this.#count < this.#cutAfter) {
      return true;
    }
    if (this.#count === this.#cutAfter) {
      await this.#cut();
    }
    return false;
  }
}
