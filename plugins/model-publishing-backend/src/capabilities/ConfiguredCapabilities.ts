import { RenderedObject } from '../rendering/RenderedObject';
import { CapabilitiesOptions } from './DetectedCapabilities';
import { GatewayCapabilities, GlobalRateLimit } from './GatewayCapabilities';
import { renderRateLimitProbe } from './renderRateLimitProbe';

/** Capabilities as the configuration tells them; the gateway is not asked. */
export class ConfiguredCapabilities implements GatewayCapabilities {
  readonly #options: CapabilitiesOptions;
  readonly #globalRateLimit: GlobalRateLimit;

  constructor(
    options: CapabilitiesOptions,
    { globalRateLimit }: { globalRateLimit: boolean },
  ) {
    this.#options = options;
    this.#globalRateLimit = globalRateLimit ? 'available' : 'unavailable';
  }

  globalRateLimit(): GlobalRateLimit {
    return this.#globalRateLimit;
  }

  async whenKnown(): Promise<void> {}

  /** Removes the probe of a time when the gateway was asked. */
  async ensure(): Promise<RenderedObject[]> {
    const { observed } = this.#options;
    for (const object of renderRateLimitProbe(this.#options)) {
      if (observed.get(object)) {
        await observed.delete(object);
      }
    }
    return [];
  }

  onChange(): void {}
}
