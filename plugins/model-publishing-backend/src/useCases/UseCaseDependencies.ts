import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { ModelDirectory } from '../models/ModelDirectory';
import { ModelProbe } from '../models/ModelProbe';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { OwnerDirectory } from '../tenancy/OwnerDirectory';
import { TenantAccess } from '../tenancy/TenantAccess';
import { PublicationDirectory } from './PublicationDirectory';

export interface UseCaseDependencies {
  config: ModelPublishingConfig;
  access: TenantAccess;
  owners: OwnerDirectory;
  models: ModelDirectory;
  modelProbe: ModelProbe;
  gateways: GatewayRuntime[];
  publications: PublicationDirectory;
  clock: () => Date;
  random: RandomBytes;
  /** A random UUID. */
  newUid: () => string;
}
