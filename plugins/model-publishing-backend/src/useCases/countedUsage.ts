import { CountedUsage } from '../gatewayHealth/usageVerdict';
import { usageStateOf } from '../usage/telling/usageStateOf';
import { answeredWithin } from './answeredWithin';
import { USAGE_WAIT_MS } from './usageSummaries';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * How far the usage in a cluster is counted. It stands beside other things that must be shown whether or not the
 * database answers.
 */
export async function countedUsage(
  {
    config,
    clock,
    logger,
    usage,
    usageSource,
  }: Pick<
    UseCaseDependencies,
    'config' | 'clock' | 'logger' | 'usage' | 'usageSource'
  >,
  cluster: string,
): Promise<CountedUsage> {
  if (!usageSource.has(cluster)) {
    return { state: 'off', asOf: undefined, problem: undefined };
  }
  try {
    const coverage = await answeredWithin(
      USAGE_WAIT_MS,
      usage.coverageOf(cluster),
    );
    const state = usageStateOf({
      hasSource: true,
      coverage,
      now: clock(),
      intervalMs: config.usage.intervalMs,
    });
    return { state, asOf: coverage?.asOf, problem: coverage?.problem };
  } catch (error) {
    logger.error(`How far usage is counted cannot be read: ${error}`);
    return {
      state: 'unavailable',
      asOf: undefined,
      problem: "The plugin's database does not answer",
    };
  }
}
