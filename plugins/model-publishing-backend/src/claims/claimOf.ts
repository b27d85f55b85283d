import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { Address } from '../state/PublicationState';
import { Claim } from './ClaimStore';

/** What decides how far a claim reaches. */
export interface ClaimRule {
  modelType: ModelType;
  clientIdMetrics: boolean;
}

/**
 * The claim that an address needs. The name of an OpenAI-compatible model is claimed on all hostnames of a gateway where
 * its metrics do not say which key was used: usage of two models of one name could not be told apart.
 */
export function claimOf(
  { publicHostname, externalPath }: Address,
  { modelType, clientIdMetrics }: ClaimRule,
): Claim {
  const isEverywhere = modelType === 'openai' && !clientIdMetrics;
  return { hostname: isEverywhere ? '*' : publicHostname, path: externalPath };
}

export function claimRuleOf(
  { gateway }: { gateway: Pick<GatewayConfig, 'capabilities'> },
  { configuration }: { configuration: { modelType: ModelType } },
): ClaimRule {
  return {
    modelType: configuration.modelType,
    clientIdMetrics: gateway.capabilities.clientIdMetrics,
  };
}
