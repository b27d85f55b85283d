import { NotAllowedError } from '@backstage/errors';
import {
  GatewayList,
  ListedGateway,
} from '@inference-portal/plugin-model-publishing-common';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { findingOf } from '../conditions/findingOf';

import {
  gatewayConditions,
  healthOf,
} from '../gatewayHealth/gatewayConditions';
import { gatewayHostnames } from '../gatewayHealth/gatewayHostnames';
import { PublicationIndex } from '../listings/PublicationIndex';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { SeenGateway } from '../reconcile/seenGateway';
import { Caller } from '../tenancy/Caller';
import { countedUsage } from './countedUsage';
import { precisionOfLimits } from './getPublishingOptions';
import { publicationCounts } from './publicationCounts';
import { UseCaseDependencies } from './UseCaseDependencies';

type GatewayDependencies = Pick<
  UseCaseDependencies,
  'config' | 'clock' | 'gateways' | 'logger' | 'usage' | 'usageSource'
> & { index: PublicationIndex };

/**
 * All gateways, from the configuration and what the watches have seen, with how far usage is counted from the plugin's
 * database. Makes no call to a cluster.
 *
 * @throws NotAllowedError for everybody but admins
 */
export async function listGateways(
  deps: GatewayDependencies & Pick<UseCaseDependencies, 'access'>,
  { principal }: Caller,
): Promise<GatewayList> {
  if (!deps.access.isAdmin(principal)) {
    throw new NotAllowedError(
      'Gateways are shown to administrators of the platform only (modelPublishing.admins)',
    );
  }
  await deps.index.lookAtChanges();
  return {
    items: await Promise.all(
      deps.gateways.map(runtime => listedGateway(deps, runtime)),
    ),
  };
}

async function listedGateway(
  deps: GatewayDependencies,
  runtime: GatewayRuntime,
): Promise<ListedGateway> {
  const { config, gateways, index } = deps;
  const { gateway, states } = runtime;
  const { name, cluster, namespace } = gateway;
  const freshness = runtime.freshness();
  const seen = freshness.state === 'unread' ? undefined : runtime.seen();
  const size = seen && runtime.messageSize(states.list());
  const message =
    size === undefined
      ? undefined
      : { size, most: gateway.extensionMessageSize };
  const usage = await countedUsage(deps, cluster);
  const capabilities = capabilitiesOf(runtime, seen, config);
  const conditions = gatewayConditions({
    freshness,
    seen,
    message,
    usage,
    limits: {
      support: limitSupportOf({ ...runtime, config }),
      isDetected: capabilities.isDetected,
      defaults: config.limits.defaults,
    },
  });
  const first = gateways.find(other => other.gateway.cluster === cluster);
  return {
    name,
    cluster,
    namespace,
    gateway: gateway.gateway,
    isDefault: runtime === first,
    keyMode: gateway.keyMode,
    health: healthOf(conditions),
    conditions,
    capabilities,
    listeners: listenersOf(seen),
    hostnames: gatewayHostnames(gateway, seen),
    publications: publicationCounts(index.counts(), { gateway: name, cluster }),
    message: message ?? null,
    usage: { state: usage.state, asOf: usage.asOf?.toISOString() ?? null },
    freshness,
  };
}

function capabilitiesOf(
  runtime: GatewayRuntime,
  seen: SeenGateway | undefined,
  config: Pick<UseCaseDependencies['config'], 'limits'>,
): ListedGateway['capabilities'] {
  const { gateway, guard, capabilities } = runtime;
  const aiGateway = guard.hasAiGateway() ? 'available' : 'unavailable';
  return {
    globalRateLimit: capabilities.globalRateLimit(),
    isDetected: gateway.capabilities.globalRateLimit === 'detect',
    limits: precisionOfLimits(runtime, config),
    clientIdMetrics: gateway.capabilities.clientIdMetrics,
    aiGateway: seen ? aiGateway : 'unknown',
    openai: seen?.takesOpenai ?? false,
    bufferLimit: gateway.bufferLimit,
  };
}

function listenersOf(seen: SeenGateway | undefined) {
  return (seen?.listeners ?? []).map(({ name, live, owner, verdict }) => ({
    name,
    hostname: live?.hostname ?? null,
    port: live?.port ?? null,
    protocol: live?.protocol ?? null,
    owner,
    finding: findingOf(verdict),
  }));
}
