import { KubernetesObject } from '../cluster/defineResource';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { PolicyStatus, PolicyTarget } from '../cluster/resources/policyStatus';
import { conditionVerdict, unknown, Verdict, worstOf } from './Verdict';

type Ancestor = NonNullable<PolicyStatus['ancestors']>[number];

/** Whether a policy is in force at every Gateway and listener that it reaches. */
export function policyVerdict(policy: KubernetesObject): Verdict {
  const { ancestors = [] } = (policy.status ?? {}) as PolicyStatus;
  const [first, ...rest] = ancestors.map(ancestor =>
    ancestorVerdict(policy, ancestor),
  );
  // A policy whose target does not exist gets no status at all.
  return first
    ? worstOf([first, ...rest])
    : unknown(
        'NoStatus',
        `The gateway has not taken up the ${policy.kind} yet`,
      );
}

function ancestorVerdict(
  policy: KubernetesObject,
  { conditions = [] }: Ancestor,
): Verdict {
  // A policy that is merged into the Gateway's is accepted for the Gateway, and merged for each listener.
  const isMergedOnly =
    conditions.some(({ type }) => type === 'Merged') &&
    !conditions.some(({ type }) => type === 'Accepted');
  const accepted = conditionVerdict(
    policy,
    conditions,
    isMergedOnly ? 'Merged' : 'Accepted',
  );
  const overridden = conditions.find(({ type }) => type === 'Overridden');
  // Policies of a Gateway are overridden by those of its routes as a matter of course.
  if (overridden?.status === 'True' && targetsRoute(policy)) {
    const { message = '' } = overridden;
    return {
      status: 'False',
      reason: 'Overridden',
      message: `${policy.kind}: ${message}`,
    };
  }
  return accepted;
}

function targetsRoute({ spec }: KubernetesObject): boolean {
  const { targetRefs = [] } = (spec ?? {}) as { targetRefs?: PolicyTarget[] };
  return targetRefs.some(({ kind }) => kind === HttpRoute.kind);
}
