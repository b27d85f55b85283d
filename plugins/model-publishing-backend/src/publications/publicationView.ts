import {
  AcceptedConfiguration,
  OpenaiEndpoint,
  Publication,
  PublicationAccess,
  PublicationCondition,
  publicModelNameOf,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { phaseOf } from '../conditions/phaseOf';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { PublicationState } from '../state/PublicationState';
import { etagOf } from './etagOf';
import { publicAddressOf } from './publicAddressOf';
import { visibleConfiguration } from './visibleConfiguration';
import { warningsOf } from './warningsOf';

const DEFAULT_PORTS = { http: 80, https: 443 };

/** Public address of a publication: what a client's base URL is. */
export function externalUrlOf(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  {
    publicHostname,
    externalPath,
  }: { publicHostname: string; externalPath: string },
): string {
  const { scheme, port } = publicAddressOf(gateway, publicHostname);
  const portPart = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  return `${scheme}://${publicHostname}${portPart}${externalPath}`;
}

/** How clients of OpenAI's protocol reach a publication; undefined for traditional models. */
export function openaiEndpointOf(
  gateway: Parameters<typeof externalUrlOf>[0],
  { modelType, publicHostname, externalPath }: AcceptedConfiguration,
): OpenaiEndpoint | undefined {
  return modelType === 'openai'
    ? {
        baseUrl: externalUrlOf(gateway, {
          publicHostname,
          externalPath: '/v1',
        }),
        model: publicModelNameOf(externalPath),
      }
    : undefined;
}

/** What a caller may see of a publication. */
export interface Visible {
  access: PublicationAccess;
  /** The caller's own tenants. */
  tenants: string[];
}

/**
 * A publication as the API shows it; to consumers and viewers, without what is the publisher's own business. All that is
 * said of the configuration, ETag and warnings included, is made from what they see of it.
 */
export function publicationView(
  state: PublicationState,
  gateway: GatewayConfig,
  conditions: PublicationCondition[],
  { access, tenants, limitSupport }: Visible & { limitSupport: LimitSupport },
): Publication {
  const isPublisher = access === 'publisher';
  const configuration = isPublisher
    ? state.configuration
    : visibleConfiguration(state.configuration, tenants);
  return {
    id: state.id,
    modelName: state.model,
    tenantId: state.tenant,
    cluster: state.cluster,
    gateway: state.gateway,
    ...configuration,
    externalUrl: externalUrlOf(gateway, configuration),
    openai: openaiEndpointOf(gateway, configuration),
    access,
    etag: etagOf(configuration),
    phase: phaseOf(state.intent, conditions),
    conditions: isPublisher ? conditions : [],
    warnings: warningsOf(configuration, limitSupport),
    retiringAddresses: state.retiring.map(({ endsAt, ...address }) => ({
      externalUrl: externalUrlOf(gateway, address),
      endsAt: endsAt ?? null,
    })),
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    createdBy: isPublisher ? state.createdBy : null,
  };
}
