import { InputError } from '@backstage/errors';
import { Page, PageRequest } from './UseCases';

/**
 * One page of sorted items. The cursor is the key of the last item shown, so a list that changes between two pages
 * neither repeats nor loses an item that stayed.
 */
export function pageOf<Item>(
  items: Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: PageRequest,
): Page<Item> {
  const after = cursor === undefined ? undefined : decode(cursor);
  const sorted = items
    .map(item => ({ key: keyOf(item), item }))
    .sort((a, b) => compare(a.key, b.key));
  const start =
    after === undefined
      ? 0
      : sorted.findIndex(({ key }) => compare(key, after) > 0);
  const page = start < 0 ? [] : sorted.slice(start, start + limit);
  const last = page[page.length - 1];
  const hasMore = start >= 0 && start + limit < sorted.length;
  return {
    items: page.map(({ item }) => item),
    totalItems: items.length,
    ...(hasMore &&
      last && { nextCursor: Buffer.from(last.key).toString('base64url') }),
  };
}

function decode(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (Buffer.from(key).toString('base64url') !== cursor) {
    throw new InputError(
      'cursor is not one that this API has given out; begin again without it',
    );
  }
  return key;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
