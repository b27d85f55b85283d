import { KubernetesObject } from '../cluster/defineResource';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { ObservedObjects } from '../reconcile/ObservedObjects';

interface PolicyTarget {
  kind?: string;
  name?: string;
}

/** Policies on a Gateway that are not our guard: the platform's own, which ours must not compete with. */
export function platformPoliciesOf(
  gateway: Pick<GatewayConfig, 'gateway'>,
  guard: KubernetesObject[],
  observed: Pick<ObservedObjects, 'list'>,
): KubernetesObject[] {
  const ours = new Set(
    guard.map(({ kind, metadata }) => `${kind}/${metadata.name}`),
  );
  return guard
    .flatMap(({ kind }) => observed.list({ kind }))
    .filter(({ kind, metadata }) => !ours.has(`${kind}/${metadata.name}`))
    .filter(policy =>
      targetsOf(policy).some(
        target => target.kind === 'Gateway' && target.name === gateway.gateway,
      ),
    );
}

function targetsOf(policy: KubernetesObject): PolicyTarget[] {
  const { targetRef, targetRefs = [] } = policy.spec as {
    targetRef?: PolicyTarget;
    targetRefs?: PolicyTarget[];
  };
  return targetRef ? [targetRef, ...targetRefs] : targetRefs;
}
