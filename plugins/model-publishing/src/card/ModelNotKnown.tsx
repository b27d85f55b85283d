import LinearProgress from '@material-ui/core/LinearProgress';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { ModelPublicationState } from './useModelPublication';

export interface ModelNotKnownProps {
  state: Extract<ModelPublicationState, { status: 'loading' | 'failed' }>;
}

/** In the place of what a card has to say about a model, as long as nothing is known of it. */
export function ModelNotKnown({ state }: ModelNotKnownProps) {
  const t = useTexts();
  return state.status === 'loading' ? (
    <LinearProgress aria-label={t('card.loading')} />
  ) : (
    <RequestFailed
      title={t('card.error')}
      error={state.error}
      onRetry={state.retry}
    />
  );
}
