import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { UsageSource } from '@inference-portal/plugin-model-publishing-node';
import { Knex } from 'knex';
import { UsageSettings } from '../config/usageSchema';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { forgetHourly } from '../database/forgetHourly';
import { PublicationState } from '../state/PublicationState';
import { uidsOf } from '../state/uidsOf';
import { countedPublication } from './collecting/CountedPublication';
import { DatabaseUsageLedger } from './collecting/DatabaseUsageLedger';
import { DatabaseUsageStore } from './telling/DatabaseUsageStore';
import { forgetOldUsage } from './collecting/forgetOldUsage';
import {
  CollectedCluster,
  UsageCollector,
  UsageCollectorOptions,
} from './collecting/UsageCollector';
import { UsageStore } from './telling/UsageStore';

/** How often a replica looks whether it is its turn; with the lease, another one takes over in less than 15 s. */
const TURN_SECONDS = 3;

/** What usage has to know of a gateway. */
export interface CollectedGateway {
  gateway: GatewayConfig;
  states: { list(): PublicationState[] };
  /** @throws ServiceUnavailableError as long as the cluster has not been read once */
  requireSynced(): void;
}

export interface StartUsageOptions {
  database: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
  source: UsageSource;
  gateways: CollectedGateway[];
  usage: UsageSettings;
  /** Names this replica among others. */
  holder: string;
  onCollected?: UsageCollectorOptions['onCollected'];
  onCounted?: UsageCollectorOptions['onCounted'];
}

/** Begins to collect the usage of every cluster that has a source, and hands over where it is kept. */
export async function startUsage(
  options: StartUsageOptions,
): Promise<UsageStore> {
  const { database, scheduler, source, gateways, clock, holder } = options;
  const { intervalMs, delayMs, retentionMs } = options.usage;
  const collector = new UsageCollector({
    ...options,
    intervalMs,
    delayMs,
    ledger: new DatabaseUsageLedger(database, { holder, clock }),
  });
  for (const cluster of collectedClusters(gateways)) {
    if (source.has(cluster.name)) {
      await scheduler.scheduleTask({
        id: `collect-usage-of-${cluster.name}`,
        frequency: { seconds: TURN_SECONDS },
        // Until the cluster has been read, which is not worth a word in the log.
        initialDelay: { seconds: 1 },
        timeout: { minutes: 10 },
        // A task that is global is not taken over before its timeout; our own lease is.
        scope: 'local',
        fn: signal => collector.tick(cluster, signal),
      });
    }
  }
  await forgetHourly(scheduler, 'forget-old-usage', () =>
    forgetOldUsage(database, retentionMs, {
      now: clock(),
      published: () => uidsOf(gateways),
    }),
  );
  return new DatabaseUsageStore(database);
}

function collectedClusters(gateways: CollectedGateway[]): CollectedCluster[] {
  const names = [...new Set(gateways.map(({ gateway }) => gateway.cluster))];
  return names.map(name => {
    const members = gateways.filter(({ gateway }) => gateway.cluster === name);
    return {
      name,
      namespaces: [...new Set(members.map(({ gateway }) => gateway.namespace))],
      publications: () =>
        members.flatMap(({ gateway, states, requireSynced }) => {
          requireSynced();
          return states.list().map(state => countedPublication(state, gateway));
        }),
    };
  });
}
