import { ConflictError } from '@backstage/errors';
import { MANAGED_BY } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Gateway, GatewaySpec } from '../cluster/resources/Gateway';
import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import { listenerVerdict } from '../conditions/listenerVerdict';
import { Verdict } from '../conditions/Verdict';
import { FieldConflictError } from '../errors/requestProblems';
import { Guard } from '../guard/Guard';
import { listenerNameOf } from '../names';
import { customHostnameOf } from '../publications/customHostnameOf';
import { renderListener } from '../rendering/renderListener';
import { claimedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { StateStore } from '../state/StateStore';
import { heldParts } from './heldParts';
import { neededHostnames } from './neededHostnames';
import { ListenerPlan, planListeners } from './planListeners';

/** Attempts to write while others, such as Envoy Gateway with its status, write the Gateway at the same moment. */
const ATTEMPTS_MAX = 20;

/** Keeps the listeners of ours on a Gateway, one for each custom hostname that a publication needs. */
export interface Listeners {
  /**
   * Puts in place what is needed and removes what is not.
   *
   * @param needing - a publication whose listeners have to be there
   * @returns names of the listeners that had to be written or removed
   * @throws ConflictError when a listener cannot be that `needing` needs
   */
  ensure(needing?: PublicationState): Promise<string[]>;
  /** Whether something is to be put in place or removed, as last seen. */
  isOutdated(): boolean;
  /** @throws ConflictError when a hostname cannot get the listener that it needs, as far as that can be seen */
  requirePossible(hostname: string): void;
  /** Whether the listener of a hostname is at work, as last seen; undefined: it is one of the platform's. */
  verdictOn(hostname: string): Verdict | undefined;
}

export interface GatewayListenersOptions {
  gateway: GatewayConfig;
  instanceId: string;
  client: ClusterClient;
  /** Watch of Gateway objects in the gateway's namespace. */
  gateways: ResourceWatch<KubernetesObject<GatewaySpec>>;
  states: Pick<StateStore, 'list' | 'readAll'>;
  guard: Pick<Guard, 'obstacleToListeners' | 'ensureOnListeners'>;
}

/**
 * Writes by server-side apply, as a manager of its own for each installation: an apply removes what the same manager
 * has applied before, and others' listeners are not ours to remove.
 *
 * Replicas do not wait for each other. Whoever writes has read the Gateway first and the states after that, and writes
 * to that version of the Gateway only. So nobody takes away the listener of a publication that another replica has just
 * brought up: either its state was read, or the Gateway is another one by now.
 */
export class GatewayListeners implements Listeners {
  readonly #options: GatewayListenersOptions;

  constructor(options: GatewayListenersOptions) {
    this.#options = options;
  }

  async ensure(needing?: PublicationState): Promise<string[]> {
    const { gateway, gateways, states } = this.#options;
    const seen = gateways.get(this.#name());
    if (!seen && gateway.hostnames.custom.length === 0) {
      return [];
    }
    // The watch may not have seen yet what the publication is by now.
    const others = states.list().filter(({ id }) => id !== needing?.id);
    const plan =
      seen && this.#planFor(seen, needing ? [...others, needing] : others);
    if (plan && !plan.change) {
      this.#requireOf(needing, plan);
      return [];
    }
    const written = await this.#write();
    this.#requireOf(needing, written.plan);
    return written.listeners;
  }

  isOutdated(): boolean {
    const { gateways, states } = this.#options;
    const seen = gateways.get(this.#name());
    return (
      seen !== undefined &&
      this.#planFor(seen, states.list()).change !== undefined
    );
  }

  requirePossible(hostname: string): void {
    const problem = this.#problemOf(hostname);
    if (problem) {
      throw conflictOver(hostname, problem);
    }
  }

  verdictOn(hostname: string): Verdict | undefined {
    const { gateway, gateways } = this.#options;
    const entry = customHostnameOf(hostname, gateway);
    return (
      entry &&
      listenerVerdict(gateways.get(this.#name()), {
        wanted: renderListener(entry),
        problem: this.#problemOf(hostname),
      })
    );
  }

  #problemOf(hostname: string): string | undefined {
    const { gateway, gateways, states } = this.#options;
    const entry = customHostnameOf(hostname, gateway);
    if (!entry) {
      return undefined;
    }
    const live = gateways.get(this.#name());
    if (live && !entry.certificate?.issuer && this.#holds(live, entry)) {
      return undefined;
    }
    return live
      ? this.#planFor(live, states.list(), { entry }).problems.get(
          entry.hostname,
        )
      : this.#absence();
  }

  async #write(): Promise<{
    plan: ListenerPlan | undefined;
    listeners: string[];
  }> {
    const { instanceId, client, gateways, states, guard } = this.#options;
    for (let attempt = 1; ; attempt++) {
      // In this order; see above.
      const live = await this.#readGateway();
      if (!live) {
        return { plan: undefined, listeners: [] };
      }
      const { states: fresh, hasUnreadable } = await states.readAll();
      const plan = this.#planFor(live, fresh, { hasUnreadable });
      if (!plan.change) {
        return { plan, listeners: [] };
      }
      const { object, entries, isRepair, listeners } = plan.change;
      // Of these very listeners: what was read here may be newer than what the guard has seen.
      await guard.ensureOnListeners(entries);
      try {
        const applied = await client.apply(Gateway, object, {
          manager: managerOf(instanceId),
          force: isRepair,
        });
        gateways.remember(applied);
        return { plan, listeners };
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === ATTEMPTS_MAX) {
          throw error;
        }
      }
    }
  }

  /** By a list, because the portal has no other use for the right to get one. */
  async #readGateway() {
    const { client, gateway } = this.#options;
    const { items } = await client.list(Gateway, {
      namespace: gateway.namespace,
    });
    return items.find(({ metadata }) => metadata.name === gateway.gateway);
  }

  #planFor(
    live: KubernetesObject<GatewaySpec>,
    states: PublicationState[],
    {
      entry,
      hasUnreadable = false,
    }: { entry?: CustomHostname; hasUnreadable?: boolean } = {},
  ): ListenerPlan {
    const { gateway, instanceId, guard } = this.#options;
    const needed = neededHostnames(states, gateway);
    return planListeners({
      live,
      manager: managerOf(instanceId),
      needed: entry && !needed.includes(entry) ? [...needed, entry] : needed,
      // A state that cannot be read may need any of them.
      kept: hasUnreadable ? gateway.hostnames.custom : [],
      obstacle: guard.obstacleToListeners(),
    });
  }

  #holds(live: KubernetesObject, { hostname }: CustomHostname): boolean {
    const manager = managerOf(this.#options.instanceId);
    return heldParts(live.metadata, manager).listeners.has(
      listenerNameOf(hostname),
    );
  }

  #requireOf(
    needing: PublicationState | undefined,
    plan: ListenerPlan | undefined,
  ): void {
    const { gateway } = this.#options;
    for (const { publicHostname } of needing ? claimedAddresses(needing) : []) {
      const entry = customHostnameOf(publicHostname, gateway);
      const problem =
        entry && (plan ? plan.problems.get(entry.hostname) : this.#absence());
      if (problem) {
        throw conflictOver(publicHostname, problem);
      }
    }
  }

  #absence(): string {
    const { namespace, gateway } = this.#options.gateway;
    return `there is no Gateway "${gateway}" in namespace "${namespace}"`;
  }

  #name() {
    const { namespace, gateway } = this.#options.gateway;
    return { namespace, name: gateway };
  }
}

/** Others must not use it, because each apply of a manager replaces the one before. */
export function managerOf(instanceId: string): string {
  return `${MANAGED_BY}-${instanceId}`;
}

function conflictOver(hostname: string, problem: string): ConflictError {
  return new FieldConflictError(
    'config.publicHostname',
    `"${hostname}" cannot get its listener: ${problem}`,
  );
}
