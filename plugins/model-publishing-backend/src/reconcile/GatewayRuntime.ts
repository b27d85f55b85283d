import { GatewayCapabilities } from '../capabilities/GatewayCapabilities';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { CredentialsStore } from '../keys/CredentialsStore';
import { ClaimStore } from '../claims/ClaimStore';
import { Canary } from '../guard/Canary';
import { Guard } from '../guard/Guard';
import { Listeners } from '../listeners/Listeners';
import { RecordStore } from '../records/RecordStore';
import {
  ClusterFreshness,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { GatewayProbe } from '../probe/GatewayProbe';
import { RenderedObject } from '../rendering/RenderedObject';
import { SizedPublication } from '../room/messageSizeOf';
import { PublicationState } from '../state/PublicationState';
import { StateStore } from '../state/StateStore';
import { SeenGateway } from './seenGateway';

/** One gateway as the use cases see it. */
export interface GatewayRuntime {
  gateway: GatewayConfig;
  states: StateStore;
  claims: ClaimStore;
  credentials: CredentialsStore;
  records: (tenant: string) => RecordStore;
  guard: Guard;
  listeners: Pick<Listeners, 'requirePossible'>;
  capabilities: GatewayCapabilities;
  probe: GatewayProbe;
  canary: Canary;
  /** Brings a publication in order and waits for it. */
  converge(id: string): Promise<void>;
  /** The objects of a publication as they are to be. */
  manifestsOf(state: PublicationState): RenderedObject[];
  /**
   * The same, checked by the API server.
   *
   * @throws InputError when it refuses one
   */
  validate(state: PublicationState): Promise<RenderedObject[]>;
  /** @throws ServiceUnavailableError as long as the cluster has not been read once */
  requireSynced(): void;
  /** How the gateway itself is, as last seen. */
  seen(): SeenGateway;
  /** What the gateway says about a publication, as last seen. */
  conditionsOf(state: PublicationState): PublicationCondition[];
  /**
   * Tells when what is seen of a publication (its state, its conditions) may be another now; without an id, of all of
   * them.
   */
  onSeen(listener: (id: string | undefined) => void): void;
  /** See `messageSizeOf`; undefined where there is no AI Gateway, and no such message. */
  messageSize(publications: SizedPublication[]): number | undefined;
  /** How new that is what is seen. */
  freshness(): ClusterFreshness;
}
