import { normalizePath } from './normalizePath';

describe('normalizePath', () => {
  it.each([
    ['/a/b', '/a/b'],
    ['//a///b', '/a/b'],
    ['/a/./b/../c', '/a/c'],
    ['/../..', '/'],
    ['/a/..', '/'],
    ['/%61/%7E', '/a/~'],
    ['/a%20b', '/a%20b'],
    ['/a\\b', '/a/b'],
    ['/', '/'],
  ])('turns %s into %s', (path, expected) => {
    expect(normalizePath(path)).toEqual({ path: expected, redirect: false });
  });

  it('asks for a redirect where a slash is escaped', () => {
    expect(normalizePath('/a%2Fb')).toEqual({ path: '/a/b', redirect: true });
  });
});
