import { Model } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

export interface ReadinessProps {
  model: Model;
  /** Of the text that says what keeps the model from being published. */
  reasonId: string;
}

/** Whether a model is ready, and what keeps it from being published. */
export function Readiness({
  model: { ready, reason, problem },
  reasonId,
}: ReadinessProps) {
  const t = useTexts();
  // What KServe says explains the rest: a model that does not start has no Service either.
  const obstacle = ready
    ? problem?.message
    : reason ?? problem?.message ?? t('models.noReason');
  return (
    <>
      {ready ? t('models.ready') : t('models.notReady')}
      {obstacle && (
        <Typography
          id={reasonId}
          variant="body2"
          color="textSecondary"
          component="div"
        >
          {obstacle}
        </Typography>
      )}
    </>
  );
}
