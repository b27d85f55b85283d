import { RenderedObject } from '../rendering/RenderedObject';

/** Whether a gateway can count requests over all its replicas and listeners. */
export type GlobalRateLimit = 'available' | 'unavailable' | 'unknown';

/** How long a request waits for what a gateway has not told yet; it takes a second at the very first start. */
export const CAPABILITIES_PATIENCE_MS = 5_000;

/** What one installation of Envoy Gateway is able to do, as far as published models depend on it. */
export interface GatewayCapabilities {
  globalRateLimit(): GlobalRateLimit;
  /** Waits until everything is known, but no longer than this. */
  whenKnown(patienceMs: number): Promise<void>;
  /**
   * Puts in place what the gateway's answers are read from, and takes away what is no longer needed.
   *
   * @returns the objects that had to be written
   */
  ensure(): Promise<RenderedObject[]>;
  /** Tells when a capability has come or gone. */
  onChange(listener: () => void): void;
}
