import {
  RenderedPublication,
  renderPublication,
} from '../rendering/renderPublication';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/** What a publication should consist of, by its state and by the model as it was last seen. */
export function renderState(
  {
    gateway,
    config,
    models,
  }: Pick<PublicationWorkshop, 'gateway' | 'config' | 'models'>,
  state: PublicationState,
): RenderedPublication {
  const upstream = models.upstreamOf(state);
  return renderPublication({
    publication: state,
    gateway,
    instanceId: config.instanceId,
    upstream: upstream.ok ? upstream.upstream : undefined,
    timeouts: config.timeouts,
  });
}
