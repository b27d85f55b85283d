import { answeredWithin } from './answeredWithin';
import { Caller } from '../tenancy/Caller';
import { resourceOf } from './publicationResource';
import {
  USAGE_WAIT_MS,
  UsageDependencies,
  UsedPublication,
} from './usageSummaries';

/**
 * When the keys of a publication were seen in use last, by their ids; those that were never seen are missing.
 *
 * @returns undefined when that is not known, or not for the caller. Keys must be shown whether or not the database
 * answers, so when it does not, that is logged.
 */
export async function lastUses(
  {
    usage,
    usageSource,
    logger,
  }: Pick<UsageDependencies, 'usage' | 'usageSource' | 'logger'>,
  caller: Caller,
  { runtime, state }: Pick<UsedPublication, 'runtime' | 'state'>,
): Promise<Map<string, Date> | undefined> {
  if (
    !usageSource.has(state.cluster) ||
    !caller.permitsUsage(resourceOf(state))
  ) {
    return undefined;
  }
  try {
    const uses = await answeredWithin(
      USAGE_WAIT_MS,
      usage.lastUseOfKeys(state.uid),
    );
    // Metrics of tokens tell keys apart, and the access log does; that one is counted shows once a key was used.
    const countsKeys =
      state.configuration.modelType === 'openai' &&
      runtime.gateway.capabilities.clientIdMetrics;
    return countsKeys || uses.size > 0 ? uses : undefined;
  } catch (error) {
    logger.error(
      `When keys were used last cannot be read, so it is left out: ${error}`,
    );
    return undefined;
  }
}
