import { hostnamesOnListener, mostSpecificHostname } from './hostnames';

describe('hostnamesOnListener', () => {
  it.each([
    [[], undefined, ['*']],
    [[], '*.example.test', ['*.example.test']],
    [['a.test'], undefined, ['a.test']],
    [['a.test'], 'a.test', ['a.test']],
    [['a.test'], 'b.test', []],
    [['x.a.test', 'a.test'], '*.a.test', ['x.a.test']],
    [['*.a.test'], 'x.a.test', ['x.a.test']],
    [['*.a.test'], '*.b.a.test', ['*.b.a.test']],
  ])('lets %j meet the listener %j in %j', (route, listener, expected) => {
    expect(hostnamesOnListener(route, listener)).toEqual(expected);
  });
});

describe('mostSpecificHostname', () => {
  it.each([
    ['a.test', 'a.test'],
    ['x.a.test', '*.a.test'],
    ['y.x.a.test', '*.x.a.test'],
    ['elsewhere.test', '*'],
  ])('answers %s by %s', (host, expected) => {
    const candidates = ['*', '*.a.test', '*.x.a.test', 'a.test'];
    expect(mostSpecificHostname(candidates, host)).toBe(expected);
  });

  it('knows none for a host that no route names', () => {
    expect(mostSpecificHostname(['a.test'], 'b.test')).toBeUndefined();
  });
});
