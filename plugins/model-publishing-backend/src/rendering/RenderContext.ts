import { LimitSupport } from '../capabilities/LimitSupport';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Upstream } from '../models/Upstream';
import { Address, PublicationState } from '../state/PublicationState';

/** All that the objects of a publication are made from. Nothing else: no clock, no randomness, no I/O. */
export interface RenderContext {
  publication: Pick<
    PublicationState,
    | 'id'
    | 'tenant'
    | 'model'
    | 'kind'
    | 'createdAt'
    | 'createdBy'
    | 'configuration'
    | 'limitPlaces'
  >;
  /** Where it is to answer: the present address first, then former ones that go on for a while. */
  addresses: [Address, ...Address[]];
  gateway: GatewayConfig;
  instanceId: string;
  /** undefined: the model cannot be reached safely, so it gets no backend and no route. */
  upstream: Upstream | undefined;
  timeouts: ModelPublishingConfig['timeouts'];
  limitSupport: LimitSupport;
}
