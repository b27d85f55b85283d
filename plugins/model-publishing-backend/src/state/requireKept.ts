import { ConflictError } from '@backstage/errors';
import { PublicationState } from './PublicationState';

/**
 * Keeps anything from being added to a publication that is being taken away.
 *
 * @throws ConflictError
 */
export function requireKept({
  intent,
  model,
}: Pick<PublicationState, 'intent' | 'model'>): void {
  if (intent === 'deleting') {
    throw new ConflictError(
      `Model "${model}" is being unpublished; try again in a moment`,
    );
  }
}
