import { ConflictError } from '@backstage/errors';
import { PublicationState } from '../state/PublicationState';

/** @throws ConflictError when a model is public, so that a key for it would open nothing */
export function requireKeyed({ model, configuration }: PublicationState): void {
  if (!configuration.authentication.requireApiKey) {
    throw new ConflictError(
      `Model "${model}" is public: everybody can call it without a key. Set authentication.requireApiKey to true to ask for keys`,
    );
  }
}
