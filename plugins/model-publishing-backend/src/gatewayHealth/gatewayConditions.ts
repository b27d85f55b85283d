import {
  ClusterFreshness,
  GatewayCondition,
  GatewayConditionType,
} from '@inference-portal/plugin-model-publishing-common';
import { findingOf } from '../conditions/findingOf';
import { Verdict, worstOf } from '../conditions/Verdict';
import { SeenGateway } from '../reconcile/seenGateway';
import { clusterVerdict, notRead } from './clusterVerdict';
import { LimitSurroundings, limitsVerdict } from './limitsVerdict';
import { roomVerdict } from './roomVerdict';
import { CountedUsage, usageVerdict } from './usageVerdict';

/** All that the health of a gateway is made of. */
export interface GatewaySurroundings {
  freshness: ClusterFreshness;
  /** undefined: the cluster was not read yet. */
  seen:
    | Pick<SeenGateway, 'gateway' | 'listenersTogether' | 'guard' | 'openai'>
    | undefined;
  limits: LimitSurroundings;
  /** In bytes; undefined where there is no AI Gateway. */
  message: { size: number; most: number } | undefined;
  usage: CountedUsage;
}

/** How a gateway is, condition by condition; those that do not apply to it are left out. */
export function gatewayConditions({
  freshness,
  seen,
  limits,
  message,
  usage,
}: GatewaySurroundings): GatewayCondition[] {
  const unread = notRead(freshness.name);
  return [
    condition('ClusterAnswers', clusterVerdict(freshness)),
    condition('GatewayReady', seen?.gateway ?? unread),
    condition('ListenersReady', seen?.listenersTogether ?? unread),
    condition('GuardInForce', seen?.guard ?? unread),
    condition('OpenaiReady', seen?.openai),
    condition('LimitsKept', limitsVerdict(limits)),
    condition('RoomLeft', message && roomVerdict(message.size, message.most)),
    condition('UsageCounted', usageVerdict(usage)),
  ].flat();
}

/** The worst of the conditions. */
export function healthOf(
  conditions: GatewayCondition[],
): GatewayCondition['status'] {
  const [first, ...rest] = conditions;
  return first ? worstOf([first, ...rest]).status : 'Unknown';
}

function condition(
  type: GatewayConditionType,
  verdict: Verdict | undefined,
): GatewayCondition[] {
  return verdict ? [{ type, ...findingOf(verdict) }] : [];
}
