import { LoggerService } from '@backstage/backend-plugin-api';
import { logFieldsOf } from '../state/logFieldsOf';
import { PublicationState } from '../state/PublicationState';
import { stateChanges } from '../state/stateChanges';

/** One line for each change, on the replica that has made it. */
export function logStateChanges(
  logger: LoggerService,
  before: PublicationState | undefined,
  after: PublicationState | undefined,
): void {
  const state = after ?? before;
  for (const { message, key } of state ? stateChanges(before, after) : []) {
    logger.info(message, {
      ...(state && logFieldsOf(state)),
      ...(key && { key: key.id, keyTenant: key.tenant }),
    });
  }
}
