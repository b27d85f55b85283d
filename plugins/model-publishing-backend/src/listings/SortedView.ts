import { compareKeys, positionOf } from './sortedPage';

export interface SortedViewOptions<Item> {
  /** Sorts; differs between any two items. */
  keyOf: (item: Item) => string;
  includes: (item: Item) => boolean;
}

/** The items that meet a condition, kept sorted while they change one by one. Items are never changed themselves. */
export class SortedView<Item> {
  readonly #options: SortedViewOptions<Item>;
  readonly #items: Item[];

  constructor(items: Iterable<Item>, options: SortedViewOptions<Item>) {
    const { keyOf, includes } = options;
    this.#options = options;
    this.#items = [...items]
      .filter(includes)
      .map(item => ({ key: keyOf(item), item }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ item }) => item);
  }

  get items(): Item[] {
    return this.#items;
  }

  /** Takes in that one item has come, gone, or given way to another. */
  replace(before: Item | undefined, after: Item | undefined): void {
    const { keyOf, includes } = this.#options;
    if (before !== undefined && includes(before)) {
      const isSamePlace =
        after !== undefined &&
        includes(after) &&
        keyOf(after) === keyOf(before);
      const position = positionOf(this.#items, keyOf, keyOf(before));
      this.#items.splice(position, 1, ...(isSamePlace ? [after] : []));
      if (isSamePlace) {
        return;
      }
    }
    if (after !== undefined && includes(after)) {
      const position = positionOf(this.#items, keyOf, keyOf(after));
      this.#items.splice(position, 0, after);
    }
  }
}
