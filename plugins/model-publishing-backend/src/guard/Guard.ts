import { ConflictError, NotImplementedError } from '@backstage/errors';
import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  RandomBytes,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { ClientTrafficPolicy } from '../cluster/resources/ClientTrafficPolicy';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import {
  CustomHostname,
  ModelPublishingConfig,
  GatewayConfig,
} from '../config/ModelPublishingConfig';
import { ensureSentinelSecret } from '../keys/ensureSentinelSecret';
import {
  guardCredentialsNameOf,
  PROBE_CLIENT_ID,
  SENTINEL_CLIENT_ID,
} from '../names';
import { applyObjects } from '../reconcile/applyObjects';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { guardProblems, openaiGuardProblems } from '../rendering/guardProblems';
import { isRoute, removeRoute } from '../reconcile/removeRoute';
import { RenderedObject } from '../rendering/RenderedObject';
import {
  guardedCredentialsOf,
  renderGuard,
  renderListenerGuard,
} from '../rendering/renderGuard';
import { openaiObjects } from './openaiObjects';
import { platformPoliciesOf } from './platformPoliciesOf';
import { unneededListenerGuards } from './unneededListenerGuards';
import { unneededObjects } from './unneededObjects';

/** What keeps a Gateway closed by default. */
export interface Guard {
  /**
   * Puts the guard in place; where the platform has policies of its own on the Gateway, checks theirs instead.
   *
   * @returns names of the objects that had to be written
   * @throws ConflictError with the missing lines when the platform's policies leave the Gateway open
   */
  ensure(): Promise<string[]>;
  /** Puts its routes on these listeners of ours, before they are there. */
  ensureOnListeners(entries: CustomHostname[]): Promise<void>;
  /** What the platform's own policies lack to keep the Gateway closed, or why they are not in force. */
  problems(): string[];
  /** What is to be there for everything that is published, and what is. */
  parts(): GuardPart[];
  /** The same for OpenAI-compatible models, where there are some. */
  openaiParts(): GuardPart[];
  /** What asks for keys and marks requests, as far as the platform has no policies of its own for that. */
  policies(): GuardPart[];
  /** Whether the cluster has the AI Gateway, without which no OpenAI-compatible model can be published. */
  hasAiGateway(): boolean;
  /** What the platform's own policies lack to check the keys of OpenAI-compatible models. */
  openaiProblems(): string[];
  /** Removes what the guard had for hostnames without OpenAI-compatible models, and for listeners that are gone. */
  tidy(): Promise<void>;
  /** Why listeners must not be added: the guard would not be on them. undefined when it would. */
  obstacleToListeners(): string | undefined;
  /**
   * Whether OpenAI-compatible models can be published here.
   *
   * @throws NotImplementedError when the cluster has no AI Gateway
   * @throws ConflictError when the platform's policies do not check the keys of such models
   */
  requireOpenai(): void;
}

const POLICIES = [SecurityPolicy.kind, ClientTrafficPolicy.kind];

/** An object of the guard. */
export interface GuardPart {
  wanted: RenderedObject;
  live: KubernetesObject | undefined;
}

export interface GatewayGuardOptions {
  gateway: GatewayConfig;
  config: Pick<ModelPublishingConfig, 'instanceId' | 'openai'>;
  client: ClusterClient;
  observed: ObservedObjects;
  /** Watch of credentials Secrets in the gateway's namespace. */
  credentials: ResourceWatch<KubernetesObject>;
  /** Hostnames that OpenAI-compatible models are, or are to be, published on. */
  openaiHostnames: () => string[];
  /** Hostnames that need a listener of ours. */
  customHostnames: () => CustomHostname[];
  /** Names of the listeners that the Gateway has. */
  listenersInPlace: () => string[];
  random: RandomBytes;
}

export class GatewayGuard implements Guard {
  readonly #options: GatewayGuardOptions;

  constructor(options: GatewayGuardOptions) {
    this.#options = options;
  }

  async ensure(): Promise<string[]> {
    const { gateway, observed } = this.#options;
    const problems = this.problems();
    if (problems.length > 0) {
      throw new ConflictError(
        `Gateway "${
          gateway.name
        }" has policies of the platform that leave published models open: ${problems.join(
          '; ',
        )}`,
      );
    }
    await this.#ensureCredentials();
    const written = await applyObjects(
      [
        ...this.#ownObjects(),
        ...this.#listenerGuards(),
        ...this.#openaiObjects(),
      ],
      observed,
    );
    return written.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  }

  async ensureOnListeners(entries: CustomHostname[]): Promise<void> {
    await applyObjects(
      entries.map(entry => renderListenerGuard(this.#context(), entry)),
      this.#options.observed,
    );
  }

  problems(): string[] {
    const { gateway, observed } = this.#options;
    const rendered = renderGuard(this.#context());
    return guardProblems(
      platformPoliciesOf(gateway, rendered, observed),
      gateway.listeners,
    );
  }

  parts(): GuardPart[] {
    return this.#partsOf([...this.#ownObjects(), ...this.#listenerGuards()]);
  }

  openaiParts(): GuardPart[] {
    return this.#partsOf(this.#openaiObjects());
  }

  policies(): GuardPart[] {
    return this.#partsOf(
      this.#ownObjects().filter(({ kind }) => POLICIES.includes(kind)),
    );
  }

  hasAiGateway(): boolean {
    return !this.#options.observed.lacks(AiGatewayRoute);
  }

  openaiProblems(): string[] {
    const { gateway, observed } = this.#options;
    const rendered = renderGuard(this.#context());
    return openaiGuardProblems(
      platformPoliciesOf(gateway, rendered, observed),
      guardedCredentialsOf(gateway),
    );
  }

  async tidy(): Promise<void> {
    const { observed } = this.#options;
    for (const object of this.#unneeded()) {
      // A removal takes its time, in which somebody may publish what needs the next one.
      if (this.#unneeded().some(other => isSameObject(other, object))) {
        await (isRoute(object)
          ? removeRoute(observed, object)
          : observed.delete(object));
      }
    }
  }

  obstacleToListeners(): string | undefined {
    const { gateway, observed } = this.#options;
    const rendered = renderGuard(this.#context());
    const problems = guardProblems(
      platformPoliciesOf(gateway, rendered, observed),
    );
    return problems.length > 0
      ? `policies of the platform would leave it open: ${problems.join('; ')}`
      : undefined;
  }

  requireOpenai(): void {
    const { gateway } = this.#options;
    if (!this.hasAiGateway()) {
      throw new NotImplementedError(
        `Kubernetes cluster "${gateway.cluster}" has no ${AiGatewayRoute.kind} (${AiGatewayRoute.apiVersion}); install Envoy AI Gateway 1.0 or newer to publish OpenAI-compatible models`,
      );
    }
    const problems = this.openaiProblems();
    if (problems.length > 0) {
      throw new ConflictError(
        `Gateway "${
          gateway.name
        }" cannot take OpenAI-compatible models: ${problems.join('; ')}`,
      );
    }
  }

  #context() {
    const { gateway, config } = this.#options;
    return { gateway, instanceId: config.instanceId };
  }

  #partsOf(objects: RenderedObject[]): GuardPart[] {
    const { observed } = this.#options;
    return objects.map(wanted => ({ wanted, live: observed.get(wanted) }));
  }

  /** Where the platform has policies of a kind, ours would compete with them. */
  #ownObjects(): RenderedObject[] {
    const { gateway, observed } = this.#options;
    const rendered = renderGuard(this.#context());
    const taken = new Set(
      platformPoliciesOf(gateway, rendered, observed).map(({ kind }) => kind),
    );
    return rendered.filter(({ kind }) => !taken.has(kind));
  }

  #listenerGuards(): RenderedObject[] {
    return this.#options
      .customHostnames()
      .map(entry => renderListenerGuard(this.#context(), entry));
  }

  #unneeded(): KubernetesObject[] {
    const { observed, listenersInPlace } = this.#options;
    return [
      ...unneededObjects(observed, this.#context(), this.#openaiObjects()),
      ...unneededListenerGuards(observed, this.#context(), {
        needed: this.#listenerGuards(),
        inPlace: listenersInPlace(),
      }),
    ];
  }

  /** What each hostname of OpenAI-compatible models needs. */
  #openaiObjects(): RenderedObject[] {
    const { config, gateway, openaiHostnames } = this.#options;
    if (!this.hasAiGateway()) {
      // They cannot be served; whatever else is published must not wait for that.
      return [];
    }
    return openaiObjects(gateway, config, openaiHostnames());
  }

  /** All of them before the policy names them. */
  async #ensureCredentials(): Promise<void> {
    const { gateway, config, client, credentials, random } = this.#options;
    const { namespace } = gateway;
    const own = guardCredentialsNameOf(gateway.gateway);
    await Promise.all(
      guardedCredentialsOf(gateway).map(name =>
        ensureSentinelSecret({
          client,
          watch: credentials,
          name: { namespace, name },
          labels: {
            [MANAGED_BY_LABEL]: MANAGED_BY,
            [INSTANCE_LABEL]: config.instanceId,
            [COMPONENT_LABEL]: 'credentials',
          },
          random,
          ...(name === own && {
            entries: [SENTINEL_CLIENT_ID, PROBE_CLIENT_ID],
          }),
        }),
      ),
    );
  }
}

function isSameObject(a: KubernetesObject, b: KubernetesObject): boolean {
  return a.kind === b.kind && a.metadata.name === b.metadata.name;
}
