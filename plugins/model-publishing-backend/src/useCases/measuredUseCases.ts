import { UseCaseMetrics } from './UseCaseMetrics';
import { UseCases } from './UseCases';

/** The same use cases, measured. Dry runs are not: they are `plan...`, or change nothing. */
export function measuredUseCases(
  useCases: UseCases,
  metrics: UseCaseMetrics,
): UseCases {
  const { measure } = metrics;
  return {
    ...useCases,
    publish: (...input) => measure('publish', () => useCases.publish(...input)),
    update: (...input) => measure('update', () => useCases.update(...input)),
    unpublish: (...input) =>
      measure('unpublish', () => useCases.unpublish(...input)),
    createKey: (...input) =>
      measure('key-create', () => useCases.createKey(...input)),
    rotateKey: (...input) =>
      measure('key-rotate', () => useCases.rotateKey(...input)),
    rotateOneKey: (...input) =>
      measure('key-rotate', () => useCases.rotateOneKey(...input)),
    revokeKey: (...input) =>
      measure('key-revoke', () => useCases.revokeKey(...input)),
    revokeKeys: (caller, selector, order) => {
      const revoke = () => useCases.revokeKeys(caller, selector, order);
      return order.dryRun ? revoke() : measure('key-revoke', revoke);
    },
    validateApiKey: async apiKey => {
      try {
        const answer = await useCases.validateApiKey(apiKey);
        metrics.validated(answer.state ?? 'unknown');
        return answer;
      } catch (error) {
        metrics.validated('failed');
        throw error;
      }
    },
  };
}
