import {
  AcceptedConfiguration,
  PublicationPatch,
} from '@inference-portal/plugin-model-publishing-common';
import { mergeRateLimiting } from './mergeRateLimiting';

/**
 * A configuration after a merge patch (RFC 7396): what the patch does not name stays as it is, null returns a field to
 * its default. Lists are replaced as a whole.
 *
 * @param defaults - the configuration of a publication that asks for nothing
 */
export function mergeConfiguration(
  current: AcceptedConfiguration,
  patch: PublicationPatch,
  defaults: AcceptedConfiguration,
): AcceptedConfiguration {
  const { authentication } = patch;
  return {
    modelType: current.modelType,
    publicHostname: pick(
      patch.publicHostname,
      current.publicHostname,
      defaults.publicHostname,
    ),
    externalPath: pick(
      patch.externalPath,
      current.externalPath,
      defaults.externalPath,
    ),
    rateLimiting: mergeRateLimiting(
      current.rateLimiting,
      patch.rateLimiting,
      defaults.rateLimiting,
    ),
    authentication:
      authentication === null
        ? defaults.authentication
        : {
            requireApiKey: pick(
              authentication?.requireApiKey,
              current.authentication.requireApiKey,
              defaults.authentication.requireApiKey,
            ),
            allowedTenants: [
              ...new Set(
                pick(
                  authentication?.allowedTenants,
                  current.authentication.allowedTenants,
                  defaults.authentication.allowedTenants,
                ),
              ),
            ].sort(),
          },
    metadata: mergeMetadata(current.metadata, patch.metadata),
    visibility: pick(patch.visibility, current.visibility, defaults.visibility),
  };
}

function pick<Value>(
  wanted: Value | null | undefined,
  current: Value,
  byDefault: Value,
): Value {
  if (wanted === undefined) {
    return current;
  }
  return wanted === null ? byDefault : wanted;
}

function mergeMetadata(
  current: AcceptedConfiguration['metadata'],
  patch: PublicationPatch['metadata'],
): AcceptedConfiguration['metadata'] {
  return patch === null
    ? {}
    : Object.fromEntries(
        Object.entries({ ...current, ...patch }).filter(
          (entry): entry is [string, string] => entry[1] !== null,
        ),
      );
}
