import { Ordering } from '../listings/cursor';
import { compareKeys, sortedPage } from '../listings/sortedPage';
import { Page, PageRequest } from './UseCases';

const BY_NAME: Ordering = { sort: 'name', order: 'asc' };

/**
 * One page of items, sorted by their keys, of which each must be there once. The cursor is the key of the last item
 * shown, so a list that changes between two pages neither repeats nor loses an item that stayed.
 *
 * @param ordering - what the key stands for, and the direction
 * @throws InputError when the cursor is none of this list
 */
export function pageOf<Item>(
  items: Item[],
  keyOf: (item: Item) => string,
  request: PageRequest,
  ordering: Ordering = BY_NAME,
): Page<Item> {
  const sorted = items
    .map(item => ({ key: keyOf(item), item }))
    .sort((a, b) => compareKeys(a.key, b.key));
  const page = sortedPage(sorted, ({ key }) => key, {
    ...request,
    ...ordering,
  });
  return { ...page, items: page.items.map(({ item }) => item) };
}
