import { Model } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { obstacleOf } from './obstacleOf';

export interface ReadinessProps {
  model: Model;
  /** Of the text that says what keeps the model from being published. */
  reasonId: string;
}

/** Whether a model is ready, and what keeps it from being published. */
export function Readiness({ model, reasonId }: ReadinessProps) {
  const t = useTexts();
  const { ready } = model;
  const obstacle =
    obstacleOf(model) ?? (ready ? undefined : t('models.noReason'));
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
