import { SortOrder } from '@inference-portal/plugin-model-publishing-common';
import { sortedPage } from './sortedPage';

const self = (item: string) => item;
const byName = (order: SortOrder) => ({ sort: 'name', order });

/** All pages of a list, one after the other; `change` happens to the list after the first of them. */
function pagesOf(
  items: string[],
  order: SortOrder,
  change: (items: string[]) => string[] = list => list,
) {
  const pages: string[][] = [];
  let list = items;
  let cursor: string | undefined;
  do {
    const page = sortedPage(list, self, { limit: 2, cursor, ...byName(order) });
    pages.push(page.items);
    cursor = page.nextCursor;
    list = pages.length === 1 ? change(list) : list;
  } while (cursor);
  return pages;
}

const LETTERS = ['a', 'b', 'c', 'd', 'e'];

describe('sortedPage', () => {
  it.each<[SortOrder, string[][]]>([
    ['asc', [['a', 'b'], ['c', 'd'], ['e']]],
    ['desc', [['e', 'd'], ['c', 'b'], ['a']]],
  ])('walks through all items, %s', (order, expected) => {
    expect(pagesOf(LETTERS, order)).toEqual(expected);
  });

  it.each<[SortOrder, string, string[][]]>([
    ['asc', 'b', [['a', 'b'], ['c', 'd'], ['e']]],
    [
      'asc',
      'c',
      [
        ['a', 'b'],
        ['d', 'e'],
      ],
    ],
    ['desc', 'd', [['e', 'd'], ['c', 'b'], ['a']]],
    [
      'desc',
      'c',
      [
        ['e', 'd'],
        ['b', 'a'],
      ],
    ],
  ])(
    'neither repeats nor loses items, %s, when %s goes',
    (order, gone, expected) => {
      const pages = pagesOf(LETTERS, order, items =>
        items.filter(item => item !== gone),
      );
      expect(pages).toEqual(expected);
    },
  );

  it.each<[SortOrder, string, string[][]]>([
    ['asc', 'aa', [['a', 'b'], ['c', 'd'], ['e']]],
    [
      'asc',
      'bb',
      [
        ['a', 'b'],
        ['bb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['desc', 'dd', [['e', 'd'], ['c', 'b'], ['a']]],
    [
      'desc',
      'cc',
      [
        ['e', 'd'],
        ['cc', 'c'],
        ['b', 'a'],
      ],
    ],
  ])(
    'shows what comes later where it belongs, %s, %s',
    (order, added, expected) => {
      const pages = pagesOf(LETTERS, order, items => [...items, added].sort());
      expect(pages).toEqual(expected);
    },
  );

  it('ends with a page that is full', () => {
    expect(pagesOf(['a', 'b', 'c', 'd'], 'asc')).toHaveLength(2);
    expect(pagesOf(['a', 'b', 'c', 'd'], 'desc')).toHaveLength(2);
    expect(pagesOf([], 'asc')).toEqual([[]]);
  });

  it.each(['***', '', 'eA', Buffer.from('["name"]').toString('base64url')])(
    'refuses %j as a cursor',
    cursor => {
      expect(() =>
        sortedPage(LETTERS, self, { limit: 2, cursor, ...byName('asc') }),
      ).toThrow('not one that this API has given out; begin again without it');
    },
  );

  it.each([
    { sort: 'size', order: 'asc' as const },
    { sort: 'name', order: 'desc' as const },
  ])('refuses a cursor of a list sorted in another way: %j', ordering => {
    const { nextCursor } = sortedPage(LETTERS, self, {
      limit: 2,
      ...byName('asc'),
    });
    expect(() =>
      sortedPage(LETTERS, self, { limit: 2, cursor: nextCursor, ...ordering }),
    ).toThrow(
      `sorted by name, asc, and this one is sorted by ${ordering.sort}, ${ordering.order}`,
    );
  });
});
