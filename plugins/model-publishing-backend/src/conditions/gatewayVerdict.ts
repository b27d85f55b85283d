import { KubernetesObject } from '../cluster/defineResource';
import { GatewayStatus } from '../cluster/resources/Gateway';
import { conditionVerdict, Verdict, worstOf } from './Verdict';

/** Whether the Gateway itself is at work. */
export function gatewayVerdict(gateway: KubernetesObject): Verdict {
  const { conditions } = (gateway.status ?? {}) as GatewayStatus;
  const programmed = conditionVerdict(gateway, conditions, 'Programmed');
  return worstOf([
    conditionVerdict(gateway, conditions, 'Accepted'),
    // Without a load balancer a Gateway has no address of its own, and still serves through its node or a tunnel.
    programmed.reason === 'AddressNotAssigned'
      ? { ...programmed, status: 'True' }
      : programmed,
  ]);
}
