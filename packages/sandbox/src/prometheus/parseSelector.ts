import { InputError } from '@backstage/errors';
import { LabelMatcher, labelTest, valueTest } from './labelMatcher';
import { parseDuration } from './parseDuration';
import { readQuotedText } from './readQuotedText';
import { Selector } from './Selector';
import { TextScanner } from './TextScanner';

const metricName = /[a-zA-Z_:][a-zA-Z0-9_:]*/;
const labelName = /[a-zA-Z_][a-zA-Z0-9_]*/;
const quotedText = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/;

/** What PromQL knows and the sandbox does not. */
class UnknownExpression extends InputError {
  constructor(query: string) {
    super(
      `the sandbox knows plain selectors only, such as name{label="value"} and name{label=~"value.*"}[5m], not ${query}`,
    );
  }
}

/**
 * Reads a selector of PromQL: a name, matchers of labels, a range.
 *
 * @throws InputError when it is anything else
 */
export function parseSelector(query: string): Selector {
  const scanner = new TextScanner(query);
  if (query.trim() === '') {
    throw new InputError('parse error: no expression found in input');
  }
  const name = scanner.take(metricName);
  const matchers = readMatchers(scanner);
  const range = scanner.take(/\[[^\]]*\]/);
  if (!matchers || !scanner.isAtEnd) {
    throw new UnknownExpression(query);
  }
  const all = [...matchers, ...nameMatchers(name, matchers)];
  if (all.every(matcher => valueTest(matcher)(''))) {
    throw new InputError(
      'parse error: vector selector must contain at least one non-empty matcher',
    );
  }
  return {
    matchers: all.map(labelTest),
    ...(range !== undefined && { rangeMs: rangeOf(range) }),
  };
}

/** None without braces; undefined when what is between them is something else. */
function readMatchers(scanner: TextScanner): LabelMatcher[] | undefined {
  const matchers: LabelMatcher[] = [];
  if (scanner.take(/\{/) === undefined) {
    return matchers;
  }
  while (scanner.take(/\}/) === undefined) {
    const label = scanner.take(labelName);
    const operator = readOperator(scanner);
    const quoted = scanner.take(quotedText);
    if (label === undefined || !operator || quoted === undefined) {
      return undefined;
    }
    matchers.push({ label, operator, value: readQuotedText(quoted) });
    if (scanner.take(/,/) === undefined) {
      return scanner.take(/\}/) === undefined ? undefined : matchers;
    }
  }
  return matchers;
}

function readOperator(scanner: TextScanner) {
  const taken = scanner.take(/=~|!~|!=|=/);
  switch (taken) {
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return taken;
    default:
      return undefined;
  }
}

function nameMatchers(
  name: string | undefined,
  others: readonly LabelMatcher[],
): LabelMatcher[] {
  if (name === undefined) {
    return [];
  }
  const again = others.find(({ label }) => label === '__name__');
  if (again) {
    throw new InputError(
      `parse error: metric name must not be set twice: "${name}" or "${again.value}"`,
    );
  }
  return [{ label: '__name__', operator: '=', value: name }];
}

function rangeOf(range: string): number {
  const text = range.slice(1, -1).trim();
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    throw new InputError(`parse error: bad duration syntax: "${text}"`);
  }
  return milliseconds;
}
