import { oneOf, selectorOf } from './labelMatcher';

describe('selectorOf', () => {
  it.each<[string, string]>([
    ['one', '{a="one"}'],
    ['', '{a=""}'],
    ['say "one"', '{a="say \\"one\\""}'],
    ['one\\two', '{a="one\\\\two"}'],
    ['one\ntwo', '{a="one\\ntwo"}'],
    ['"} or {b="', '{a="\\"} or {b=\\""}'],
  ])('quotes %j', (value, selector) => {
    expect(selectorOf([{ label: 'a', operator: '=', value }])).toBe(selector);
  });

  it('asks for all labels together', () => {
    expect(
      selectorOf([
        { label: 'a', operator: '=~', value: 'x.+' },
        { label: 'b', operator: '=', value: 'y' },
      ]),
    ).toBe('{a=~"x.+",b="y"}');
  });
});

describe('oneOf', () => {
  const matches = (texts: string[], text: string) =>
    new RegExp(`^${oneOf(texts)}$`).test(text);

  it.each([
    'models',
    'a.b',
    'a|b',
    '(a)',
    '[a]',
    'a{2}',
    'a*',
    'a+',
    'a?',
    '^a$',
    'a\\b',
  ])('takes "%s" by its letters', text => {
    expect(matches(['other', text], text)).toBe(true);
    expect(matches(['other', text], 'another')).toBe(false);
  });

  it.each<[string[], string]>([
    [['a.b'], 'axb'],
    [['a', 'b'], 'ab'],
    [['a'], 'aa'],
    [['a|b'], 'a'],
    [['a*'], 'aa'],
    [[], 'a'],
  ])('does not find in %j what only looks alike: "%s"', (texts, text) => {
    expect(matches(texts, text)).toBe(false);
  });
});
