import { KubernetesObject } from '../cluster/defineResource';
import { GatewayListener, GatewaySpec } from '../cluster/resources/Gateway';
import { listenerStatusVerdict } from './listenerVerdict';
import { bad, Verdict, worstOf } from './Verdict';

/** A listener that published models use. */
export interface SeenListener {
  name: string;
  /** undefined: the Gateway has no such listener. */
  live: GatewayListener | undefined;
  owner: 'platform' | 'portal';
  verdict: Verdict;
}

/**
 * The platform's listeners that published models are on.
 *
 * @param wanted - their names; none means all of the Gateway
 * @param ours - names of listeners that the portal makes
 */
export function platformListeners(
  gateway: KubernetesObject | undefined,
  { wanted, ours }: { wanted: string[]; ours: string[] },
): SeenListener[] {
  const { listeners = [] } = (gateway?.spec ?? {}) as Partial<GatewaySpec>;
  const names =
    wanted.length > 0
      ? wanted
      : listeners.map(({ name }) => name).filter(name => !ours.includes(name));
  return names.map(name => {
    const live = listeners.find(listener => listener.name === name);
    return {
      name,
      live,
      owner: 'platform',
      verdict:
        gateway && live
          ? listenerStatusVerdict(gateway, name)
          : bad('ListenerMissing', `The Gateway has no listener "${name}"`),
    };
  });
}

/** Whether all listeners that are needed are at work. */
export function listenersVerdict(listeners: SeenListener[]): Verdict {
  const [first, ...rest] = listeners.map(({ verdict }) => verdict);
  return first
    ? worstOf([first, ...rest])
    : bad('ListenerMissing', 'The Gateway has no listener of the platform');
}
