import { KubernetesObject } from '../cluster/defineResource';
import { Condition } from '../cluster/resources/Condition';
import { HttpRouteStatus } from '../cluster/resources/HttpRoute';
import { PolicyStatus } from '../cluster/resources/policyStatus';

/** What the gateway says about one object. "No status" is Unknown, never good (stack-proof 8). */
export interface Verdict {
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
}

/** The verdict over a policy: it must be accepted by every Gateway and listener that it reaches. */
export function policyVerdict(policy: KubernetesObject | undefined): Verdict {
  const status = policy?.status as PolicyStatus | undefined;
  return verdictOf(policy, status?.ancestors?.map(({ conditions }) => conditions ?? []), ['Accepted']);
}

/** The verdict over a route: accepted, and its backend found. */
export function routeVerdict(route: KubernetesObject | undefined): Verdict {
  const status = route?.status as HttpRouteStatus | undefined;
  return verdictOf(route, status?.parents?.map(({ conditions }) => conditions ?? []), [
    'Accepted',
    'ResolvedRefs',
  ]);
}

function verdictOf(
  object: KubernetesObject | undefined,
  reports: Condition[][] | undefined,
  needed: string[],
): Verdict {
  if (!object) {
    return { status: 'False', reason: 'Missing', message: 'The object does not exist' };
  }
  if (!reports || reports.length === 0) {
    return unknown('NoStatus', `${object.kind} has no status yet`);
  }
  for (const conditions of reports) {
    for (const type of needed) {
      const condition = conditions.find(candidate => candidate.type === type);
      if (!condition || condition.status === 'Unknown') {
        return unknown('NoStatus', `${object.kind} has no condition ${type} yet`);
      }
      if ((condition.observedGeneration ?? 0) < (object.metadata.generation ?? 0)) {
        return unknown('Outdated', `${object.kind} was changed; the gateway has not looked again yet`);
      }
      if (condition.status !== 'True') {
        const { reason = 'Refused', message = '' } = condition;
        return { status: 'False', reason, message: `${object.kind}: ${message}` };
      }
    }
  }
  return { status: 'True', reason: 'Accepted', message: `${object.kind} is accepted by the gateway` };
}

function unknown(reason: string, message: string): Verdict {
  return { status: 'Unknown', reason, message };
}
