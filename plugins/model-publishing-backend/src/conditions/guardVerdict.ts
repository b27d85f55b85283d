import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { Backend } from '../cluster/resources/Backend';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { RenderedObject } from '../rendering/RenderedObject';
import { aiGatewayVerdict } from './aiGatewayVerdict';
import { objectVerdict } from './objectVerdict';
import { policyVerdict } from './policyVerdict';
import { routeVerdict } from './routeVerdict';
import { bad, good, Verdict, worstOf } from './Verdict';

/** An object that keeps a Gateway closed, as it is to be and as it is. */
export interface ObservedPart {
  wanted: RenderedObject;
  live: KubernetesObject | undefined;
}

/**
 * Whether a Gateway is closed by default.
 *
 * @param problems - what the platform's own policies lack
 */
export function guardVerdict(
  parts: ObservedPart[],
  problems: string[],
): Verdict {
  return worstOf([
    ...(problems.length > 0
      ? [bad('GuardIncomplete', problems.join('; '))]
      : []),
    ...parts.map(partVerdict).filter(({ status }) => status !== 'True'),
    good('InForce', 'Whatever is not published is refused'),
  ]);
}

/** Whether an object of the guard is as it is to be, and in force. */
export function partVerdict({ wanted, live }: ObservedPart): Verdict {
  const verdict = objectVerdict(wanted, live, wanted, verdictByKind);
  return {
    ...verdict,
    message: `${wanted.kind} "${wanted.metadata.name}": ${verdict.message}`,
  };
}

function verdictByKind(object: KubernetesObject): Verdict {
  switch (object.kind) {
    case HttpRoute.kind:
      return routeVerdict(object);
    case AiGatewayRoute.kind:
    case AiServiceBackend.kind:
      return aiGatewayVerdict(object);
    case Backend.kind:
      // Its status tells only that its form is right.
      return good('Present', 'is there');
    default:
      return policyVerdict(object);
  }
}
