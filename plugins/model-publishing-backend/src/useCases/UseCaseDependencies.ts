import { LoggerService } from '@backstage/backend-plugin-api';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { UsageSource } from '@inference-portal/plugin-model-publishing-node';
import { PhaseListener } from '../activity/PhaseJournal';
import { ActivityReader } from '../activity/ActivityStore';
import { AccessRequestStore } from '../accessRequests/AccessRequestStore';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { TestRequestSender } from '../console/TestRequestSender';
import { ModelDirectory } from '../models/ModelDirectory';
import { ModelProbe } from '../models/ModelProbe';
import { OwnerNotifier } from '../notifications/OwnerNotifier';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { OwnerDirectory } from '../tenancy/OwnerDirectory';
import { TenantAccess } from '../tenancy/TenantAccess';
import { UsageStore } from '../usage/telling/UsageStore';
import { UseCaseMetrics } from './UseCaseMetrics';
import { PublicationDirectory } from './PublicationDirectory';

export interface UseCaseDependencies {
  config: ModelPublishingConfig;
  access: TenantAccess;
  accessRequests: AccessRequestStore;
  owners: OwnerDirectory;
  models: ModelDirectory;
  modelProbe: ModelProbe;
  gateways: GatewayRuntime[];
  sendTestRequest: TestRequestSender;
  publications: PublicationDirectory;
  activity: ActivityReader;
  usage: UsageStore;
  usageSource: Pick<UsageSource, 'has'>;
  notifier: OwnerNotifier;
  logger: LoggerService;
  clock: () => Date;
  random: RandomBytes;
  /** A random UUID. */
  newUid: () => string;
  /** Told of phases. */
  phases?: PhaseListener;
  metrics?: UseCaseMetrics;
}
