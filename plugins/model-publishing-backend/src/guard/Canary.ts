import { ConflictError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import {
  AiGatewayRoute,
  AiGatewayRouteSpec,
} from '../cluster/resources/AiGatewayRoute';
import { canaryNameOf } from '../names';
import { GatewayProbe } from '../probe/GatewayProbe';
import { applyObjects } from '../reconcile/applyObjects';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import {
  canaryNumberOf,
  renderCanary,
  renderCanaryBackends,
} from '../rendering/renderCanary';
import { GUARD_HOSTNAME, GuardContext } from '../rendering/renderGuard';

/** How long the AI Gateway is waited for; it looks for its configuration every 5 s (stack-proof 4). */
const LOAD_PATIENCE_MS = 10_000;
const LOOK_MS = 100;
const ATTEMPTS_MAX = 10;

/** Tells whether the AI Gateway has loaded what was written. */
export interface Canary {
  /** Puts back what was deleted or changed of it. */
  keep(): Promise<void>;
  /** Marks this moment: what was written before is loaded when the mark is. */
  mark(): Promise<number>;
  /** Whether a mark is loaded; undefined when the gateway cannot be asked. */
  isLoaded(mark: number): Promise<boolean | undefined>;
  /** Waits until a mark is loaded. False: it was not seen to be in time. */
  untilLoaded(mark: number): Promise<boolean>;
}

/**
 * Counts up the number of the canary (see `renderCanary`) for each mark, and looks for it in the list of models. Each
 * number is given once, however many replicas there are, because the API server refuses a change of what has changed
 * meanwhile.
 */
export class GatewayCanary implements Canary {
  readonly #context: GuardContext;
  readonly #client: ClusterClient;
  readonly #observed: ObservedObjects;
  readonly #probe: Pick<GatewayProbe, 'modelsOf'>;
  readonly #clock: () => Date;

  constructor(
    context: GuardContext,
    parts: {
      client: ClusterClient;
      observed: ObservedObjects;
      probe: Pick<GatewayProbe, 'modelsOf'>;
      clock: () => Date;
    },
  ) {
    this.#context = context;
    this.#client = parts.client;
    this.#observed = parts.observed;
    this.#probe = parts.probe;
    this.#clock = parts.clock;
  }

  async keep(): Promise<void> {
    await applyObjects(renderCanaryBackends(this.#context), this.#observed);
    if (!this.#observed.get(renderCanary(this.#context, 0))) {
      await this.mark();
    }
  }

  async mark(): Promise<number> {
    await applyObjects(renderCanaryBackends(this.#context), this.#observed);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#countUp();
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === ATTEMPTS_MAX) {
          throw error;
        }
      }
    }
  }

  async isLoaded(mark: number): Promise<boolean | undefined> {
    try {
      const names = (await this.#probe.modelsOf(GUARD_HOSTNAME)) ?? [];
      return names.some(name => (canaryNumberOf(name) ?? -1) >= mark);
    } catch {
      // Not reached, or cut off: nothing is known, and whoever asks says so.
      return undefined;
    }
  }

  async untilLoaded(mark: number): Promise<boolean> {
    for (let waited = 0; ; waited += LOOK_MS) {
      if (await this.isLoaded(mark)) {
        return true;
      }
      if (waited >= LOAD_PATIENCE_MS) {
        return false;
      }
      await sleep(LOOK_MS);
    }
  }

  async #countUp(): Promise<number> {
    const { namespace } = this.#context.gateway;
    const name = canaryNameOf(this.#context.gateway.gateway);
    const live = await this.#client.get<KubernetesObject>(AiGatewayRoute, {
      namespace,
      name,
    });
    // Never below one that was given before, even if somebody has deleted the route.
    const seconds = Math.floor(this.#clock().getTime() / 1000);
    const number = Math.max(numberIn(live) + 1, seconds);
    const rendered = renderCanary(this.#context, number);
    if (live) {
      await this.#observed.replace({
        ...live,
        metadata: {
          ...live.metadata,
          annotations: {
            ...live.metadata.annotations,
            ...rendered.metadata.annotations,
          },
        },
        spec: rendered.spec,
      });
    } else {
      await this.#observed.apply(rendered);
    }
    return number;
  }
}

function numberIn(route: KubernetesObject | undefined): number {
  const { rules = [] } = (route?.spec ?? {}) as Partial<AiGatewayRouteSpec>;
  const names = rules.flatMap(({ matches }) =>
    matches.flatMap(({ headers }) => headers.map(({ value }) => value)),
  );
  return Math.max(0, ...names.map(name => canaryNumberOf(name) ?? 0));
}
