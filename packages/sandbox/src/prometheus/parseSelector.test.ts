import { Labels } from './Labels';
import { parseSelector } from './parseSelector';

const up: Labels = { __name__: 'up', job: 'envoy', instance: 'a:1' };
const info: Labels = { __name__: 'target_info', job: 'processor' };

function selected(query: string): string[] {
  const { matchers } = parseSelector(query);
  return [up, info]
    .filter(labels => matchers.every(matches => matches(labels)))
    .map(({ __name__: name = '' }) => name);
}

describe('parseSelector', () => {
  it.each([
    ['up', ['up']],
    [' up { job = "envoy" , } ', ['up']],
    ['up{job!="envoy"}', []],
    ['up{job=~"en.*"}', ['up']],
    ['up{job=~"en"}', []],
    ['up{job=~"en|envoy"}', ['up']],
    ['up{job!~"en|envoy"}', []],
    ['{__name__=~"up|target_info"}', ['up', 'target_info']],
    ["{__name__=~'.+',instance=''}", ['target_info']],
    ['{__name__=~`.+`,instance!=""}', ['up']],
    ['{instance=~"a:\\\\d"}', ['up']],
    ['{job=~"en.*|",instance!~".+",__name__!=""}', []],
  ])('selects by %s', (query, expected) => {
    expect(selected(query)).toEqual(expected);
  });

  it.each([
    ['up', undefined],
    ['up[5m]', 300_000],
    ['up{job="envoy"} [ 300s ]', 300_000],
    ['up[1h30m]', 5_400_000],
    ['up[5ms]', 5],
  ])('reads the range of %s', (query, rangeMs) => {
    expect(parseSelector(query).rangeMs).toBe(rangeMs);
  });

  const plainOnly = 'the sandbox knows plain selectors only';
  it.each([
    ['', 'no expression found in input'],
    ['sum(up)', plainOnly],
    ['up + up', plainOnly],
    ['up offset 5m', plainOnly],
    ['up[5m:1m]', 'bad duration syntax: "5m:1m"'],
    ['up[5x]', 'bad duration syntax: "5x"'],
    ['up[300]', 'bad duration syntax'],
    ['up[0s]', 'bad duration syntax'],
    ['up{', plainOnly],
    ['up{job}', plainOnly],
    ['up{job="envoy" instance="a:1"}', plainOnly],
    ['up{__name__="x"}', 'must not be set twice: "up" or "x"'],
    ['{}', 'at least one non-empty matcher'],
    ['{job=~".*"}', 'at least one non-empty matcher'],
    ['up{job=~"env\\.y"}', "unknown escape sequence '.'"],
    ['up{job=~"("}', 'error parsing regexp'],
    ['up{job=~"(?=e).*"}', 'error parsing regexp'],
  ])('refuses %s', (query, message) => {
    expect(() => parseSelector(query)).toThrow(message);
  });
});
