import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { UsageSource } from './UsageSource';

/** Where modules say where usage is read. */
export interface UsageSourceExtensionPoint {
  /**
   * Replaces Prometheus as the place where usage is read.
   *
   * @throws Error when it has been replaced already
   */
  setUsageSource(source: UsageSource): void;
}

/** For modules of plugin `model-publishing` that read usage elsewhere than in Prometheus. */
export const usageSourceExtensionPoint =
  createExtensionPoint<UsageSourceExtensionPoint>({
    id: 'model-publishing.usage-source',
  });
