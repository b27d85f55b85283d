import { decodeCursor, encodeCursor, Ordering } from './cursor';

/** Part of a list, as lists are asked for. */
export interface PageRequest {
  limit: number;
  cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  /** On all pages. */
  totalItems: number;
  nextCursor?: string;
}

/** Compares keys by their code units, everywhere the same whatever the locale. */
export function compareKeys(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Index of the first item whose key is not before the given one; the number of items when all are. */
export function positionOf<Item>(
  sorted: Item[],
  keyOf: (item: Item) => string,
  key: string,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = sorted[middle];
    if (item !== undefined && keyOf(item) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * One page of items that are sorted by their keys, ascending, each key once. The cursor holds the key of the last item
 * shown: a list that changes between two pages neither repeats nor loses an item that stayed.
 *
 * @throws InputError when the cursor is none of this list
 */
export function sortedPage<Item>(
  sorted: Item[],
  keyOf: (item: Item) => string,
  { limit, cursor, ...ordering }: PageRequest & Ordering,
): Page<Item> {
  const shown =
    cursor === undefined ? undefined : decodeCursor(cursor, ordering);
  const items =
    ordering.order === 'asc'
      ? itemsAfter(sorted, keyOf, shown, limit)
      : itemsBefore(sorted, keyOf, shown, limit);
  const last = items[items.length - 1];
  const end = ordering.order === 'asc' ? sorted[sorted.length - 1] : sorted[0];
  return {
    items,
    totalItems: sorted.length,
    ...(last !== undefined &&
      last !== end && { nextCursor: encodeCursor(ordering, keyOf(last)) }),
  };
}

function itemsAfter<Item>(
  sorted: Item[],
  keyOf: (item: Item) => string,
  shown: string | undefined,
  limit: number,
): Item[] {
  const position = shown === undefined ? 0 : positionOf(sorted, keyOf, shown);
  const item = sorted[position];
  const isShown = item !== undefined && keyOf(item) === shown;
  const start = isShown ? position + 1 : position;
  return sorted.slice(start, start + limit);
}

function itemsBefore<Item>(
  sorted: Item[],
  keyOf: (item: Item) => string,
  shown: string | undefined,
  limit: number,
): Item[] {
  const end =
    shown === undefined ? sorted.length : positionOf(sorted, keyOf, shown);
  return sorted.slice(Math.max(end - limit, 0), end).reverse();
}
