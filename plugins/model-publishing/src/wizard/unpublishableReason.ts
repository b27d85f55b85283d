import { obstacleOf } from '../models/obstacleOf';
import { PublishContext } from './publishValues';

/** Why a model cannot be published at the moment. */
export type UnpublishableReason =
  | { reason: 'invisible' }
  | { reason: 'published' }
  | { reason: 'notReady'; details?: string }
  | { reason: 'problem'; details: string }
  | { reason: 'noGateway' };

/**
 * @param isOwnRetry - whether the publication may come from a request whose answer was lost, which may be sent again
 * @returns undefined when nothing is in the way
 */
export function unpublishableReason(
  { model, options }: PublishContext,
  { isOwnRetry }: { isOwnRetry: boolean },
): UnpublishableReason | undefined {
  if (model.published) {
    return isOwnRetry ? undefined : { reason: 'published' };
  }
  if (!model.ready) {
    return { reason: 'notReady', details: obstacleOf(model) };
  }
  if (model.problem) {
    return { reason: 'problem', details: model.problem.message };
  }
  return options.gateways.some(({ hostnames }) => hostnames.length > 0)
    ? undefined
    : { reason: 'noGateway' };
}
