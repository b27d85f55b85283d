import { Gateway } from '../resources/Gateway';
import { keyOf, PolicyTarget } from '../resources/metadata';

interface TargetingPolicy {
  readonly metadata: { readonly namespace: string };
  readonly spec: { readonly targetRefs: readonly PolicyTarget[] };
}

/**
 * The policy that a route's policy merges with on a listener: the listener's own, else the Gateway's. `policies` are
 * sorted oldest first; `scope` names the place it is attached to.
 */
export function policyOfListener<Policy extends TargetingPolicy>(
  policies: readonly Policy[],
  gateway: Gateway,
  listener: string,
): { policy: Policy; scope: string } | undefined {
  const targeting = (sectionName?: string) =>
    policies.find(
      ({ metadata, spec }) =>
        metadata.namespace === gateway.metadata.namespace &&
        spec.targetRefs.some(
          target =>
            target.kind === 'Gateway' &&
            target.name === gateway.metadata.name &&
            target.sectionName === sectionName,
        ),
    );
  const key = keyOf(gateway);
  const ofListener = targeting(listener);
  if (ofListener) {
    return { policy: ofListener, scope: `${key}/${listener}` };
  }
  const ofGateway = targeting();
  return ofGateway && { policy: ofGateway, scope: key };
}
