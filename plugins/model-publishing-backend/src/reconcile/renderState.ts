import { limitSupportOf } from '../capabilities/LimitSupport';
import {
  RenderedPublication,
  renderPublication,
} from '../rendering/renderPublication';
import { servedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/** What a publication should consist of, by its state and by the model as it was last seen. */
export function renderState(
  {
    gateway,
    config,
    models,
    clock,
    capabilities,
  }: Pick<
    PublicationWorkshop,
    'gateway' | 'config' | 'models' | 'clock' | 'capabilities'
  >,
  state: PublicationState,
): RenderedPublication {
  const upstream = models.upstreamOf(state);
  return renderPublication({
    publication: state,
    addresses: servedAddresses(state, clock()),
    gateway,
    instanceId: config.instanceId,
    upstream: upstream.ok ? upstream.upstream : undefined,
    timeouts: config.timeouts,
    limitSupport: limitSupportOf({ capabilities, config }),
  });
}
