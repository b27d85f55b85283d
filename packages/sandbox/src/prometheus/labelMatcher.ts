import { InputError } from '@backstage/errors';
import { Labels } from './Labels';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** What Go's regular expressions do not know, but JavaScript's do: looking around, and references back. */
const unknownToGo = /\(\?<?[=!]|\\[1-9]/;

/** One condition of a selector. An absent label is the same as an empty one. */
export interface LabelMatcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

/**
 * Answers whether a value satisfies a matcher; a regular expression must match it whole.
 *
 * @throws InputError when a regular expression is malformed
 */
export function valueTest({
  operator,
  value,
}: LabelMatcher): (candidate: string) => boolean {
  switch (operator) {
    case '=':
      return candidate => candidate === value;
    case '!=':
      return candidate => candidate !== value;
    case '=~': {
      const pattern = compile(value);
      return candidate => pattern.test(candidate);
    }
    default: {
      const pattern = compile(value);
      return candidate => !pattern.test(candidate);
    }
  }
}

/** Answers whether a series satisfies a matcher. */
export function labelTest(matcher: LabelMatcher): (labels: Labels) => boolean {
  const test = valueTest(matcher);
  return labels => test(labels[matcher.label] ?? '');
}

function compile(pattern: string): RegExp {
  const whole = `^(?:${pattern})$`;
  try {
    if (!unknownToGo.test(pattern)) {
      return new RegExp(whole);
    }
  } catch {
    // Answered below, in Prometheus' words.
  }
  throw new InputError(`parse error: error parsing regexp: \`${whole}\``);
}
