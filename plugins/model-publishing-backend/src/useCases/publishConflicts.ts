import { ConflictError } from '@backstage/errors';
import {
  AcceptedConfiguration,
  openaiPathOf,
  publicModelNameOf,
} from '@inference-portal/plugin-model-publishing-common';
import { FieldConflictError } from '../errors/requestProblems';

/**
 * The address is another publication's.
 *
 * @param holder - whose, for callers who may see it
 */
export function addressTaken(
  { modelType, publicHostname, externalPath }: AcceptedConfiguration,
  holder = 'another published model',
): FieldConflictError {
  if (modelType === 'openai') {
    const name = publicModelNameOf(externalPath);
    return new FieldConflictError(
      'config.externalPath',
      `the model name "${name}" is taken by ${holder}; choose another one, such as ${openaiPathOf(
        '<tenant>/<name>',
      )}`,
    );
  }
  return new FieldConflictError(
    'config.externalPath',
    `"${externalPath}" on "${publicHostname}" is taken by ${holder}; choose another path`,
  );
}

export function alreadyPublished(model: string): ConflictError {
  return new ConflictError(`Model "${model}" is published already`);
}
