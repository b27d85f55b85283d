import {
  LimitName,
  PublishingGateway,
  PublishingOptions,
} from '@inference-portal/plugin-model-publishing-common';
import { limitPrecision } from '../capabilities/limitPrecision';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { usableHostnames } from '../publications/usableHostnames';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { Caller } from '../tenancy/Caller';
import { Tenant } from '../tenancy/Tenant';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * What may be asked for when publishing: the platform's rules, and, where a tenant is named, what the gateways of its
 * cluster have to offer it. Makes no call.
 *
 * @throws NotFoundError for a tenant that the caller does not own, as for one that does not exist
 * @throws ServiceUnavailableError as long as the tenant's cluster has not been read once
 */
export async function getPublishingOptions(
  deps: Pick<UseCaseDependencies, 'access' | 'config' | 'gateways'>,
  { principal }: Caller,
  place: { tenant?: string; cluster?: string },
): Promise<PublishingOptions> {
  const { access, config } = deps;
  const tenant =
    place.tenant === undefined
      ? undefined
      : access.requireTenant(principal, place.tenant, place.cluster);
  const { limits, keys, authentication } = config;
  return {
    gateways: tenant ? gatewaysFor(tenant, deps) : [],
    limits: { defaults: limits.defaults, maxima: limits.maxima },
    keys: {
      reveal: keys.reveal,
      grace: keys.grace,
      maxExpiry: keys.maxExpiry ?? null,
    },
    allowAnonymous: authentication.allowAnonymous,
  };
}

function gatewaysFor(
  { cluster, namespace }: Tenant,
  { config, gateways }: Pick<UseCaseDependencies, 'config' | 'gateways'>,
): PublishingGateway[] {
  return gateways
    .filter(({ gateway }) => gateway.cluster === cluster)
    .map((runtime, index) => {
      const { gateway, guard } = runtime;
      runtime.requireSynced();
      return {
        name: gateway.name,
        isDefault: index === 0,
        keyMode: gateway.keyMode,
        hostnames: usableHostnames(gateway, namespace),
        openai: guard.hasAiGateway() && guard.openaiProblems().length === 0,
        limits: precisionOfLimits(runtime, config),
      };
    });
}

/** How exactly a gateway keeps each limit. */
export function precisionOfLimits(
  { capabilities }: Pick<GatewayRuntime, 'capabilities'>,
  config: Pick<UseCaseDependencies['config'], 'limits'>,
): PublishingGateway['limits'] {
  const support = limitSupportOf({ capabilities, config });
  const precisionOf = (limit: LimitName) => limitPrecision(limit, support);
  return {
    requestsPerMinute: precisionOf('requestsPerMinute'),
    requestsPerHour: precisionOf('requestsPerHour'),
    tokensPerHour: precisionOf('tokensPerHour'),
    burstLimit: precisionOf('burstLimit'),
  };
}
