import { ConflictError } from '@backstage/errors';
import { PublicationState } from '../state/PublicationState';
import { MutationRequest } from './MutationRequest';

/**
 * Keeps a repeated request from having a second effect when nothing is left of the first.
 *
 * @throws ConflictError
 */
export function requireNotRepeated(
  request: MutationRequest | undefined,
  { model }: Pick<PublicationState, 'model'>,
): void {
  if (request?.replay) {
    throw new ConflictError(
      `This request was carried out before, and what it did to model "${model}" is gone since; use a new Idempotency-Key to do it again`,
    );
  }
}
