import LinearProgress from '@material-ui/core/LinearProgress';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { NotPublished } from './NotPublished';
import { PublicationSummary } from './PublicationSummary';
import { ModelPublicationState } from './useModelPublication';

/** Whether and how a model is published, and the next step where it is not. */
export function ModelPublication({ state }: { state: ModelPublicationState }) {
  const t = useTexts();
  switch (state.status) {
    case 'loading':
      return <LinearProgress aria-label={t('card.loading')} />;
    case 'failed':
      return (
        <RequestFailed
          title={t('card.error')}
          error={state.error}
          onRetry={state.retry}
        />
      );
    case 'published':
      return <PublicationSummary publication={state.publication} />;
    default:
      return <NotPublished state={state} />;
  }
}
