import { pageOf } from './pageOf';

const items = ['d', 'b', 'a', 'c', 'e'];
const self = (item: string) => item;

describe('pageOf', () => {
  it('walks through all items in order, one page after the other', () => {
    const first = pageOf(items, self, { limit: 2 });
    const second = pageOf(items, self, { limit: 2, cursor: first.nextCursor });
    const third = pageOf(items, self, { limit: 2, cursor: second.nextCursor });
    expect([first.items, second.items, third.items]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
    ]);
    expect(first.totalItems).toBe(5);
    expect(third.nextCursor).toBeUndefined();
  });

  it('neither repeats nor loses items when the last one shown is gone', () => {
    const first = pageOf(items, self, { limit: 2 });
    const rest = items.filter(item => item !== 'b');
    expect(
      pageOf(rest, self, { limit: 2, cursor: first.nextCursor }).items,
    ).toEqual(['c', 'd']);
  });

  it('refuses a cursor that is none', () => {
    expect(() => pageOf(items, self, { limit: 2, cursor: '***' })).toThrow(
      /begin again/,
    );
  });
});
