import { ModelRef } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { RequestFailed } from '../feedback/RequestFailed';
import { PublishableModel } from '../publishing/formValues';
import { PublishDialog } from '../publishing/PublishDialog';
import { useTexts } from '../translation/useTexts';
import { PublicationSummary } from './PublicationSummary';
import {
  ModelPublicationState,
  useModelPublication,
} from './useModelPublication';

/** The body of the card, with the dialog that outlives the state from which it was opened. */
export function ModelPublication({ modelRef }: { modelRef: ModelRef }) {
  const state = useModelPublication(modelRef);
  const [chosen, setChosen] = useState<PublishableModel>();
  return (
    <>
      <Body state={state} onPublish={setChosen} />
      {chosen && (
        <PublishDialog model={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

function Body({
  state,
  onPublish,
}: {
  state: ModelPublicationState;
  onPublish(model: PublishableModel): void;
}) {
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
    case 'publishable':
      return (
        <>
          <Typography paragraph>{t('card.notPublished')}</Typography>
          <Button
            variant="contained"
            color="primary"
            onClick={() => onPublish(state.model)}
          >
            {t('card.publish')}
          </Button>
        </>
      );
    case 'notReady':
      return (
        <Typography>
          {t('card.notReady', {
            reason: state.model.reason ?? t('models.noReason'),
          })}
        </Typography>
      );
    case 'invisible':
      return (
        <>
          <Typography>{t('card.invisible')}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t('card.invisibleHint')}
          </Typography>
        </>
      );
    default:
      return state satisfies never;
  }
}
