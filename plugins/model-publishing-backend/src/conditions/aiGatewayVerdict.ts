import { KubernetesObject } from '../cluster/defineResource';
import { Condition } from '../cluster/resources/Condition';
import { unknown, Verdict } from './Verdict';

/**
 * What the AI Gateway says of a kind of its own: one condition, `Accepted` or `NotAccepted`, which does not tell which
 * version of the object it is about (stack-proof 8). So it is only a part of the truth; the HTTPRoute that the AI
 * Gateway makes has the rest.
 */
export function aiGatewayVerdict(object: KubernetesObject): Verdict {
  const { conditions = [] } = (object.status ?? {}) as {
    conditions?: Condition[];
  };
  const said = conditions.find(
    ({ type }) => type === 'Accepted' || type === 'NotAccepted',
  );
  if (!said) {
    return unknown(
      'NoStatus',
      `The AI Gateway has not taken up the ${object.kind} yet`,
    );
  }
  const { type, status, reason = type, message = reason } = said;
  return type === 'Accepted' && status === 'True'
    ? { status, reason: type, message: `${object.kind}: ${message}` }
    : { status: 'False', reason, message: `${object.kind}: ${message}` };
}
