import {
  ListedPublication,
  PublicationAccess,
} from '@inference-portal/plugin-model-publishing-common';
import {
  externalUrlOf,
  openaiEndpointOf,
} from '../publications/publicationView';
import { IndexedPublication } from './IndexedPublication';

/** A publication as a row of a list; to consumers and viewers, without what is the publisher's own business. */
export function listedPublication(
  { runtime, state, phase, problem }: IndexedPublication,
  access: PublicationAccess,
): ListedPublication {
  const { gateway } = runtime;
  const { configuration } = state;
  // A row is small, and shows other tenants nothing: totals only.
  const { perTenant: _, ...totals } = configuration.rateLimiting;
  return {
    id: state.id,
    modelName: state.model,
    tenantId: state.tenant,
    cluster: state.cluster,
    gateway: state.gateway,
    modelType: configuration.modelType,
    publicHostname: configuration.publicHostname,
    externalPath: configuration.externalPath,
    externalUrl: externalUrlOf(gateway, configuration),
    openai: openaiEndpointOf(gateway, configuration),
    requireApiKey: configuration.authentication.requireApiKey,
    rateLimiting: totals,
    visibility: configuration.visibility,
    access,
    phase,
    ...(problem &&
      access === 'publisher' && {
        problem: {
          type: problem.type,
          status: problem.status,
          reason: problem.reason,
          message: problem.message,
        },
      }),
    retiringAddresses: state.retiring.map(({ endsAt, ...address }) => ({
      externalUrl: externalUrlOf(gateway, address),
      endsAt: endsAt ?? null,
    })),
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
  };
}
