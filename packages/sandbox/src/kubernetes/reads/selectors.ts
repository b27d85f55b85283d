import { KubernetesObject } from '../ObjectStore';
import { badRequest } from '../errors/statusErrors';
import { isFields } from '../fields/Fields';

/** Whether an object is asked for. */
export type Predicate = (object: KubernetesObject) => boolean;

/**
 * Reads `a=b`, `a==b`, `a!=b`, `a in (b, c)`, `a notin (b, c)`, `a` and `!a`, separated by commas. Throws 400 for
 * anything else.
 */
export function parseLabelSelector(selector: string): Predicate {
  const requirements = splitRequirements(selector).map(parseRequirement);
  return ({ metadata: { labels = {} } }) =>
    requirements.every(matches => matches(labels));
}

/** Reads equalities on `metadata.name`, `metadata.namespace` and, of events, `involvedObject`. Throws 400 for others. */
export function parseFieldSelector(selector: string): Predicate {
  const requirements = splitRequirements(selector).map(text => {
    const [, field = text, operator, value] =
      /^([^=!]+)(==?|!=)(.*)$/.exec(text) ?? [];
    if (!/^(metadata\.(name|namespace)|involvedObject\.\w+)$/.test(field)) {
      throw badRequest(
        `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
      );
    }
    return (object: KubernetesObject) =>
      (fieldAt(object, field.split('.')) === value) === (operator !== '!=');
  });
  return object => requirements.every(matches => matches(object));
}

function fieldAt(object: unknown, steps: readonly string[]): unknown {
  return (
    steps.reduce(
      (value, step) => (isFields(value) ? value[step] : undefined),
      object,
    ) ?? ''
  );
}

function parseRequirement(
  text: string,
): (labels: Readonly<Record<string, string>>) => boolean {
  const [, key = '', operator, list] =
    /^([^\s=!()]+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text) ?? [];
  if (operator && list !== undefined) {
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const value = labels[key];
      return (
        (value !== undefined && values.includes(value)) === (operator === 'in')
      );
    };
  }
  const equality = /^([^\s=!()]+)\s*(==?|!=)\s*([^\s=!()]*)$/.exec(text);
  if (equality) {
    const [, name = '', sign, value] = equality;
    return labels => (labels[name] === value) === (sign !== '!=');
  }
  const existence = /^(!?)\s*([^\s=!()]+)$/.exec(text);
  if (existence) {
    const [, negation, name = ''] = existence;
    return labels => name in labels === !negation;
  }
  throw badRequest(`unable to parse requirement: ${text}`);
}

/** At commas outside of parentheses. */
function splitRequirements(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(text => text.trim())
    .filter(text => text !== '');
}
