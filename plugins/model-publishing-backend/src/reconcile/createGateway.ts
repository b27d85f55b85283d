import { ServiceUnavailableError } from '@backstage/errors';
import { createCapabilities } from '../capabilities/createCapabilities';
import { ClusterClaimStore } from '../claims/ClaimStore';
import { ClusterClient } from '../cluster/ClusterClient';
import { freshnessOfWatches } from '../cluster/freshnessOfWatches';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { GatewayCanary } from '../guard/Canary';
import { GatewayGuard } from '../guard/Guard';
import { GatewayListeners } from '../listeners/Listeners';
import { neededHostnames } from '../listeners/neededHostnames';
import { ClusterCredentialsStore } from '../keys/ClusterCredentialsStore';
import { probeKeyIn } from '../keys/probeKeyIn';
import { ModelDirectory } from '../models/ModelDirectory';
import { listenerNameOf } from '../names';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { ClusterRecordStore } from '../records/RecordStore';
import { messageSizeOf } from '../room/messageSizeOf';
import { ClusterStateStore } from '../state/StateStore';
import { GatewayReconciler } from './GatewayReconciler';
import { GatewayRuntime } from './GatewayRuntime';
import {
  allWatches,
  createGatewayWatches,
  GatewayWatches,
} from './GatewayWatches';
import { openaiHostnamesOf } from '../state/addresses';
import { logStateChanges } from './logStateChanges';
import { manifestsOf, validateManifests } from './manifests';
import { observedConditions } from './observedConditions';
import { ObservedObjects } from './ObservedObjects';
import { onSeen } from './onSeen';
import { PublicationWorkshop } from './PublicationWorkshop';
import { seenGateway } from './seenGateway';
import { FleetOptions } from './startFleet';
import { WatchedTenants } from './WatchedTenants';

export interface StartedGateway {
  runtime: GatewayRuntime;
  reconciler: GatewayReconciler;
}

export interface CreateGatewayOptions extends FleetOptions {
  gateway: GatewayConfig;
  client: ClusterClient;
  tenants: Pick<WatchedTenants, 'get'>;
  models: ModelDirectory;
}

/** Puts together what one gateway needs: watches, stores, guard, probe and reconciler. */
export function createGateway(options: CreateGatewayOptions): StartedGateway {
  const { gateway, client, config, models, clock, random } = options;
  const { instanceId } = config;
  const place = {
    namespace: gateway.namespace,
    instanceId,
    gateway: gateway.name,
  };
  const watches = createGatewayWatches(client, place);
  const observed = new ObservedObjects(client, watches.rendered, {
    instanceId,
  });
  const states = new ClusterStateStore(client, watches.states, {
    ...place,
    onUnreadable: error => options.logger.error(`${error}`),
    onWritten: (before, after) =>
      logStateChanges(options.logger, before, after),
  });
  const digestsExcept = (keyId: string) =>
    new Set(
      states
        .list()
        .flatMap(({ keyring }) => keyring)
        .filter(({ id }) => id !== keyId)
        .map(({ digest }) => digest),
    );
  const credentials = watches.credentials;
  const probe = options.createProbe(gateway, {
    probeKey: () => probeKeyIn(credentials, gateway),
  });
  const capabilities = createCapabilities({ gateway, instanceId, observed });
  const { gateways } = watches;
  const guard = new GatewayGuard({
    gateway,
    config,
    client,
    observed,
    credentials,
    openaiHostnames: () => openaiHostnamesOf(states.list()),
    customHostnames: () => neededHostnames(states.list(), gateway),
    listenersInPlace: () =>
      gateways
        .get({ namespace: gateway.namespace, name: gateway.gateway })
        ?.spec?.listeners.map(({ name }) => name) ?? [],
    random,
  });
  const workshop: PublicationWorkshop = {
    gateway,
    config,
    states,
    claims: new ClusterClaimStore(client, watches.claims, place),
    credentials: new ClusterCredentialsStore(client, credentials, {
      ...place,
      gateway: gateway.gateway,
      random,
      digestsExcept,
    }),
    records: tenant => recordsOf(options, tenant),
    guard,
    listeners: new GatewayListeners({
      gateway,
      instanceId,
      client,
      gateways,
      states,
      guard,
    }),
    canary: new GatewayCanary(
      { gateway, instanceId },
      { client, observed, probe, clock },
    ),
    marks: new Map(),
    capabilities,
    models,
    observed,
    clock,
  };
  const { logger, auditor, activity, metrics } = options;
  const reachability = new ReachabilityMonitor(probe);
  const reconciler = new GatewayReconciler({
    workshop,
    watches,
    reachability,
    probe,
    logger,
    auditor,
    activity,
    metrics,
  });
  capabilities.onChange(() => {
    logger.info(
      `The global rate limit of gateway "${
        gateway.name
      }" is ${capabilities.globalRateLimit()}`,
      { gateway: gateway.name },
    );
    reconciler.enqueue(states.list().map(({ id }) => id));
  });
  return {
    reconciler,
    runtime: {
      ...workshop,
      probe,
      converge: id => reconciler.converge(id),
      manifestsOf: state => manifestsOf(workshop, state),
      validate: state => validateManifests(workshop, state),
      requireSynced: () => {
        if (!allWatches(watches).every(({ synced }) => synced)) {
          throw new ServiceUnavailableError(
            `Kubernetes cluster "${gateway.cluster}" has not answered yet; try again in a moment`,
          );
        }
      },
      seen: () => seenGateway({ ...workshop, gateways }),
      conditionsOf: state =>
        observedConditions({ ...workshop, reachability, gateways }, state),
      onSeen: listener => {
        onSeen({ ...workshop, watches, reachability }, listener);
        capabilities.onChange(() => listener(undefined));
      },
      messageSize: publications =>
        observed.lacks(AiGatewayRoute)
          ? undefined
          : messageSizeOf(publications, {
              hostnames: gateway.hostnames,
              platformListeners: platformListenersOf(gateway, watches),
            }),
      freshness: () =>
        freshnessOfWatches(gateway.cluster, allWatches(watches), clock()),
    },
  };
}

/** How many listeners of the platform publications are on, as last seen. */
function platformListenersOf(
  { namespace, gateway: name, listeners, hostnames }: GatewayConfig,
  { gateways }: Pick<GatewayWatches, 'gateways'>,
): number {
  const ours = hostnames.custom.map(({ hostname }) => listenerNameOf(hostname));
  const all = gateways.get({ namespace, name })?.spec?.listeners ?? [];
  const platform = all.filter(listener => !ours.includes(listener.name));
  return Math.max(1, listeners.length || platform.length);
}

function recordsOf(
  { client, config, gateway, tenants }: CreateGatewayOptions,
  tenant: string,
) {
  const watches = tenants.get(`${gateway.cluster}/${tenant}`);
  if (!watches) {
    throw new Error(
      `Tenant "${tenant}" is not watched yet on cluster "${gateway.cluster}"`,
    );
  }
  return new ClusterRecordStore(client, watches.records, {
    instanceId: config.instanceId,
  });
}
