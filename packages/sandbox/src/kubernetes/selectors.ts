import { ApiError } from './ApiError';
import { KubernetesObject } from './KubernetesObject';

type Predicate = (object: KubernetesObject) => boolean;

const EQUALITY = /^([^!=\s]+)\s*(==|=|!=)\s*(\S*)$/;
const SET = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EXISTENCE = /^(!?)([^\s!=()]+)$/;

/** Understands `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a` and `!a`, separated by commas. */
export function labelPredicate(selector: string | undefined): Predicate {
  const requirements = split(selector).map(requirementOf);
  return ({ metadata }) =>
    requirements.every(matches => matches(metadata.labels ?? {}));
}

/** Understands `metadata.name=x` and `metadata.namespace=x`. */
export function fieldPredicate(selector: string | undefined): Predicate {
  const requirements = split(selector).map(text => {
    const [, field, operator, value] = EQUALITY.exec(text) ?? [];
    if (field !== 'metadata.name' && field !== 'metadata.namespace') {
      throw new ApiError(400, `field label not supported: ${text}`);
    }
    const name =
      field === 'metadata.name' ? ('name' as const) : ('namespace' as const);
    return ({ metadata }: KubernetesObject) =>
      (metadata[name] === value) === (operator !== '!=');
  });
  return object => requirements.every(matches => matches(object));
}

function requirementOf(
  text: string,
): (labels: Record<string, string>) => boolean {
  const set = SET.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const value = labels[key];
      const contained = value !== undefined && values.includes(value);
      return operator === 'in' ? contained : !contained;
    };
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key = '', operator, value] = equality;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const existence = EXISTENCE.exec(text);
  if (existence) {
    const [, negated, key = ''] = existence;
    return labels => key in labels === (negated === '');
  }
  throw new ApiError(400, `unable to parse requirement: ${text}`);
}

/** Splits at commas that are not inside parentheses. */
function split(selector: string | undefined): string[] {
  return (selector ?? '')
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
