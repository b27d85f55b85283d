import {
  Publication,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { phaseOf } from '../conditions/phaseOf';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { PublicationState } from '../state/PublicationState';
import { warningsOf } from './acceptConfiguration';

const DEFAULT_PORTS = { http: 80, https: 443 };

/** Public address of a publication: what a client's base URL is. */
export function externalUrlOf(
  gateway: Pick<GatewayConfig, 'baseUrl'>,
  {
    publicHostname,
    externalPath,
  }: { publicHostname: string; externalPath: string },
): string {
  const { scheme, port } = gateway.baseUrl;
  const portPart = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  return `${scheme}://${publicHostname}${portPart}${externalPath}`;
}

/** A publication as the API shows it. */
export function publicationView(
  state: PublicationState,
  gateway: GatewayConfig,
  conditions: PublicationCondition[],
): Publication {
  return {
    id: state.id,
    modelName: state.model,
    tenantId: state.tenant,
    cluster: state.cluster,
    gateway: state.gateway,
    ...state.configuration,
    externalUrl: externalUrlOf(gateway, state.configuration),
    phase: phaseOf(state.intent, conditions),
    conditions,
    warnings: warningsOf(state.configuration),
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    createdBy: state.createdBy,
  };
}
