import { ConflictError } from '@backstage/errors';
import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { FieldConflictError } from '../errors/requestProblems';

/**
 * The address is another publication's.
 *
 * @param holder - whose, for callers who may see it
 */
export function addressTaken(
  { publicHostname, externalPath }: AcceptedConfiguration,
  holder = 'another published model',
): FieldConflictError {
  return new FieldConflictError(
    'config.externalPath',
    `"${externalPath}" on "${publicHostname}" is taken by ${holder}; choose another path`,
  );
}

export function alreadyPublished(model: string): ConflictError {
  return new ConflictError(`Model "${model}" is published already`);
}
