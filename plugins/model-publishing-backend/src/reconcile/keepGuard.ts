import { LoggerService } from '@backstage/backend-plugin-api';
import { openaiHostnamesOf } from '../state/addresses';
import { PublicationWorkshop } from './PublicationWorkshop';
import { idsToSweep, sweepShards } from './sweepShards';

/**
 * Puts the guard of a gateway back in order, with all that it keeps for OpenAI-compatible models.
 *
 * @returns ids of publications that have to be looked at, because somebody has touched their keys
 */
export async function keepGuard(
  workshop: PublicationWorkshop,
  logger: LoggerService,
): Promise<string[]> {
  const { gateway, guard, listeners, canary, states } = workshop;
  const written = await guard.ensure();
  if (written.length > 0) {
    logger.info(
      `Guard of gateway "${gateway.name}" put in place: ${written.join(', ')}`,
      { gateway: gateway.name },
    );
  }
  // First, because one bad key keeps Envoy Gateway from taking anything else.
  await sweepShards(workshop);
  const ids = idsToSweep(workshop);
  const changed = await listeners.ensure();
  if (changed.length > 0) {
    logger.info(
      `Listeners of gateway "${gateway.name}" put in order: ${changed.join(
        ', ',
      )}`,
      { gateway: gateway.name },
    );
  }
  await guard.tidy();
  if (openaiHostnamesOf(states.list()).length > 0) {
    await canary.keep();
  }
  return ids;
}
