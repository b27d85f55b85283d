import { GatewayConfig } from '../config/ModelPublishingConfig';
import { applyObjects } from '../reconcile/applyObjects';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { RenderedObject } from '../rendering/RenderedObject';
import { GatewayCapabilities, GlobalRateLimit } from './GatewayCapabilities';
import { rateLimitVerdict } from './rateLimitVerdict';
import { renderRateLimitProbe } from './renderRateLimitProbe';

export interface CapabilitiesOptions {
  gateway: GatewayConfig;
  instanceId: string;
  observed: ObservedObjects;
}

/** Capabilities as the gateway itself tells them, in the status of a policy that is there to be judged only. */
export class DetectedCapabilities implements GatewayCapabilities {
  readonly #observed: ObservedObjects;
  readonly #probe: ReturnType<typeof renderRateLimitProbe>;
  readonly #listeners = new Set<() => void>();
  /** What was said last: a policy that is being put back must not take a capability away. */
  #globalRateLimit: GlobalRateLimit = 'unknown';

  constructor({ observed, ...place }: CapabilitiesOptions) {
    this.#observed = observed;
    this.#probe = renderRateLimitProbe(place);
    const [, policy] = this.#probe;
    observed.onChange(policy, ({ metadata, status }) => {
      if (metadata.name === policy.metadata.name) {
        this.#hear(rateLimitVerdict({ ...policy, metadata, status }));
      }
    });
  }

  globalRateLimit(): GlobalRateLimit {
    return this.#globalRateLimit;
  }

  async whenKnown(patienceMs: number): Promise<void> {
    if (this.#globalRateLimit !== 'unknown') {
      return;
    }
    let heard = () => {};
    await new Promise<void>(resolve => {
      const patience = setTimeout(resolve, patienceMs);
      heard = () => {
        clearTimeout(patience);
        resolve();
      };
      this.#listeners.add(heard);
    });
    this.#listeners.delete(heard);
  }

  ensure(): Promise<RenderedObject[]> {
    return applyObjects(this.#probe, this.#observed);
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #hear(verdict: GlobalRateLimit): void {
    if (verdict !== 'unknown' && verdict !== this.#globalRateLimit) {
      this.#globalRateLimit = verdict;
      this.#listeners.forEach(listener => listener());
    }
  }
}
