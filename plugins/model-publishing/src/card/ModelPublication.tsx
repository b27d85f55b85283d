import { ModelNotKnown } from './ModelNotKnown';
import { NotPublished } from './NotPublished';
import { PublicationSummary } from './PublicationSummary';
import { ModelPublicationState } from './useModelPublication';

/** Whether and how a model is published, and the next step where it is not. */
export function ModelPublication({ state }: { state: ModelPublicationState }) {
  switch (state.status) {
    case 'loading':
    case 'failed':
      return <ModelNotKnown state={state} />;
    case 'published':
      return <PublicationSummary publication={state.publication} />;
    default:
      return <NotPublished state={state} />;
  }
}
