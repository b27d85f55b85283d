import { KubernetesObject } from '../cluster/defineResource';
import {
  GatewayListener,
  GatewaySpec,
  GatewayStatus,
} from '../cluster/resources/Gateway';
import { contains } from '../rendering/isApplied';
import { bad, conditionVerdict, Verdict, worstOf } from './Verdict';

/** What is known of the listener of a custom hostname. */
export interface ObservedListener {
  wanted: GatewayListener;
  /** Why it cannot be made. */
  problem: string | undefined;
}

/** Whether the listener that we have made for a hostname is at work, with its certificate. */
export function listenerVerdict(
  gateway: KubernetesObject | undefined,
  { wanted, problem }: ObservedListener,
): Verdict {
  const { listeners = [] } = (gateway?.spec ?? {}) as Partial<GatewaySpec>;
  const live = listeners.find(({ name }) => name === wanted.name);
  if (problem) {
    return bad('ListenerRefused', `Hostname "${wanted.hostname}": ${problem}`);
  }
  if (!gateway || !live) {
    return bad('ObjectMissing', `Listener "${wanted.name}" is not there`);
  }
  if (!contains(live, wanted)) {
    return bad('Changed', `Listener "${wanted.name}" was changed`);
  }
  return listenerStatusVerdict(gateway, wanted.name);
}

/** What the gateway says of one listener. */
export function listenerStatusVerdict(
  { metadata, status }: KubernetesObject,
  name: string,
): Verdict {
  const { listeners = [] } = (status ?? {}) as GatewayStatus;
  const conditions = listeners.find(
    listener => listener.name === name,
  )?.conditions;
  const verdictOn = (type: string) =>
    conditionVerdict(
      { kind: `listener "${name}"`, metadata },
      conditions,
      type,
    );
  return worstOf([
    verdictOn('ResolvedRefs'),
    verdictOn('Accepted'),
    verdictOn('Programmed'),
  ]);
}
