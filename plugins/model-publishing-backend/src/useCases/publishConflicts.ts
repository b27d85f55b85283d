import { ConflictError } from '@backstage/errors';
import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { FieldConflictError } from '../errors/requestProblems';

/** The address is another publication's; whose it is, is not said. */
export function addressTaken({
  publicHostname,
  externalPath,
}: AcceptedConfiguration): FieldConflictError {
  return new FieldConflictError(
    'config.externalPath',
    `"${externalPath}" on "${publicHostname}" is taken by another published model; choose another path`,
  );
}

export function alreadyPublished(model: string): ConflictError {
  return new ConflictError(`Model "${model}" is published already`);
}
