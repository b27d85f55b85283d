import { SortedView } from './SortedView';

interface Item {
  name: string;
  rank: number;
}

const byRank = {
  keyOf: ({ rank, name }: Item) => `${rank} ${name}`,
  includes: ({ rank }: Item) => rank < 5,
};
const names = (view: SortedView<Item>) => view.items.map(({ name }) => name);

const a = { name: 'a', rank: 3 };
const b = { name: 'b', rank: 1 };
const c = { name: 'c', rank: 9 };

describe('SortedView', () => {
  it('holds what meets its condition, in order', () => {
    expect(names(new SortedView([a, b, c], byRank))).toEqual(['b', 'a']);
  });

  it.each<[string, Item | undefined, Item | undefined, string[]]>([
    ['adds', undefined, { name: 'd', rank: 2 }, ['b', 'd', 'a']],
    [
      'does not add what is not meant',
      undefined,
      { name: 'd', rank: 8 },
      ['b', 'a'],
    ],
    ['removes', b, undefined, ['a']],
    ['does not remove for what was not there', c, undefined, ['b', 'a']],
    ['moves', b, { name: 'b', rank: 4 }, ['a', 'b']],
    [
      'takes in what is meant from now on',
      c,
      { name: 'c', rank: 0 },
      ['c', 'b', 'a'],
    ],
    ['drops what is not meant any more', a, { name: 'a', rank: 7 }, ['b']],
  ])('%s', (_, before, after, expected) => {
    const view = new SortedView([a, b, c], byRank);
    view.replace(before, after);
    expect(names(view)).toEqual(expected);
  });

  it('shows the new item in the place of the old one', () => {
    const view = new SortedView([a, b], byRank);
    const changed = { ...a };
    view.replace(a, changed);
    expect(view.items[1]).toBe(changed);
    expect(view.items).toHaveLength(2);
  });
});
