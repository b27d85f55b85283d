import { Labels } from './Labels';

/** What a scrape has found; undefined: the series was not there. */
interface Change {
  readonly at: number;
  readonly value: number | undefined;
}

/** One series of one target. Only changes are kept: every scrape since then has found the same. */
export class Series {
  #changes: Change[] = [];

  constructor(readonly labels: Labels) {}

  /** What the scrape at a time, in Unix milliseconds and later than all before, has found. */
  record(at: number, value: number | undefined): void {
    if (this.#changes.at(-1)?.value !== value) {
      this.#changes.push({ at, value });
    }
  }

  /** What scrapes have found, in the order of the times, which must not fall. */
  valuesAt(scrapes: readonly number[]): Array<number | undefined> {
    const changes = this.#changes.values();
    let next = changes.next();
    let value: number | undefined;
    return scrapes.map(at => {
      while (!next.done && next.value.at <= at) {
        value = next.value.value;
        next = changes.next();
      }
      return value;
    });
  }

  /** Answers whether anything is left. */
  forgetBefore(at: number): boolean {
    const kept = this.#changes.findLastIndex(change => change.at <= at);
    this.#changes = this.#changes.slice(Math.max(kept, 0));
    return this.#changes.some(({ value }) => value !== undefined);
  }
}
