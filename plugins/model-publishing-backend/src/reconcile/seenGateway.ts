import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { GatewaySpec } from '../cluster/resources/Gateway';
import { CustomHostname } from '../config/ModelPublishingConfig';
import {
  listenersVerdict,
  platformListeners,
  SeenListener,
} from '../conditions/gatewayListeners';
import { gatewayVerdict } from '../conditions/gatewayVerdict';
import { guardVerdict } from '../conditions/guardVerdict';
import { openaiVerdict } from '../conditions/openaiVerdict';
import { bad, Verdict } from '../conditions/Verdict';
import { neededHostnames } from '../listeners/neededHostnames';
import { canaryNameOf, listenerNameOf } from '../names';
import { PublicationWorkshop } from './PublicationWorkshop';

/** A gateway as the watches have seen it last. */
export interface SeenGateway {
  gateway: Verdict;
  listeners: SeenListener[];
  listenersTogether: Verdict;
  /** Of custom hostnames that are in use, or could not be used. */
  customHostnames: Map<CustomHostname, Verdict>;
  guard: Verdict;
  /** Whether OpenAI-compatible models can be published. */
  takesOpenai: boolean;
  /** undefined: none is published, and nothing is in the way. */
  openai: Verdict | undefined;
}

export type GatewaySources = Pick<
  PublicationWorkshop,
  'gateway' | 'guard' | 'listeners' | 'observed' | 'states'
> & {
  /** Watch of Gateway objects in the gateway's namespace. */
  gateways: ResourceWatch<KubernetesObject<GatewaySpec>>;
};

/** How a gateway is, from what the watches have seen last. Makes no call. */
export function seenGateway(sources: GatewaySources): SeenGateway {
  const { gateway, guard, gateways } = sources;
  const { namespace, gateway: name, hostnames } = gateway;
  const live = gateways.get({ namespace, name });
  const customHostnames = seenHostnames(sources);
  const listeners = [
    ...platformListeners(live, {
      wanted: gateway.listeners,
      ours: hostnames.custom.map(({ hostname }) => listenerNameOf(hostname)),
    }),
    ...listenersInUse(sources, customHostnames, live),
  ];
  const problems = guard.hasAiGateway() ? guard.openaiProblems() : [];
  return {
    gateway: live
      ? gatewayVerdict(live)
      : bad(
          'GatewayMissing',
          `There is no Gateway "${name}" in namespace "${namespace}"`,
        ),
    listeners,
    listenersTogether: listenersVerdict(listeners),
    customHostnames,
    guard: guardVerdict(guard.parts(), guard.problems()),
    takesOpenai: guard.hasAiGateway() && problems.length === 0,
    openai: openaiVerdict({
      problems,
      parts: guard.openaiParts(),
      ...seenCanary(sources),
    }),
  };
}

function seenHostnames({
  gateway,
  listeners,
  states,
}: GatewaySources): SeenGateway['customHostnames'] {
  const needed = neededHostnames(states.list(), gateway);
  return new Map(
    gateway.hostnames.custom.flatMap(entry => {
      const verdict = listeners.verdictOn(entry.hostname);
      // A listener that nobody needs is not there, and that is right.
      const isOfInterest =
        needed.includes(entry) || verdict?.reason === 'ListenerRefused';
      return verdict && isOfInterest ? [[entry, verdict] as const] : [];
    }),
  );
}

function listenersInUse(
  { gateway, states }: GatewaySources,
  seen: SeenGateway['customHostnames'],
  live: KubernetesObject<GatewaySpec> | undefined,
): SeenListener[] {
  return neededHostnames(states.list(), gateway).flatMap(entry => {
    const name = listenerNameOf(entry.hostname);
    const verdict = seen.get(entry);
    return verdict
      ? [
          {
            name,
            live: live?.spec?.listeners.find(other => other.name === name),
            owner: 'portal' as const,
            verdict,
          },
        ]
      : [];
  });
}

function seenCanary({ gateway, observed }: GatewaySources) {
  const { namespace } = gateway;
  const name = canaryNameOf(gateway.gateway);
  const canary = observed.find(AiGatewayRoute.kind, { namespace, name });
  const [canaryRoute] = canary ? observed.generatedFrom(canary) : [];
  return { canary, canaryRoute };
}
