import { GatewayCapabilities } from '../capabilities/GatewayCapabilities';
import { ClaimStore } from '../claims/ClaimStore';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Canary } from '../guard/Canary';
import { Guard } from '../guard/Guard';
import { CredentialsStore } from '../keys/CredentialsStore';
import { Listeners } from '../listeners/Listeners';
import { ModelDirectory } from '../models/ModelDirectory';
import { RecordStore } from '../records/RecordStore';
import { StateStore } from '../state/StateStore';
import { ObservedObjects } from './ObservedObjects';

/** Everything that makes and unmakes the publications of one gateway. */
export interface PublicationWorkshop {
  gateway: GatewayConfig;
  config: Pick<ModelPublishingConfig, 'instanceId' | 'timeouts' | 'limits'>;
  canary: Canary;
  /** Of the canary, for each move of an OpenAI-compatible model that is going on. */
  marks: Map<string, number>;
  states: StateStore;
  claims: ClaimStore;
  credentials: CredentialsStore;
  records: (tenant: string) => RecordStore;
  guard: Guard;
  listeners: Listeners;
  capabilities: GatewayCapabilities;
  models: ModelDirectory;
  observed: ObservedObjects;
  clock: () => Date;
}
