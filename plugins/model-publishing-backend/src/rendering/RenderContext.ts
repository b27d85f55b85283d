import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Upstream } from '../models/Upstream';
import { PublicationState } from '../state/PublicationState';

/** All that the objects of a publication are made from. Nothing else: no clock, no randomness, no I/O. */
export interface RenderContext {
  publication: Pick<
    PublicationState,
    'id' | 'tenant' | 'model' | 'kind' | 'createdBy' | 'configuration'
  >;
  gateway: GatewayConfig;
  instanceId: string;
  /** undefined: the model cannot be reached safely, so it gets no backend and no route. */
  upstream: Upstream | undefined;
  timeouts: ModelPublishingConfig['timeouts'];
}
