import { Unpublished } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { DialogStep } from '../feedback/DialogStep';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface UnpublishedStepProps {
  unpublished: Unpublished;
  onClose(): void;
}

/** Says whether everything is gone, or still going. */
export function UnpublishedStep({
  unpublished: { modelName: model, phase },
  onClose,
}: UnpublishedStepProps) {
  const t = useTexts();
  const isGone = phase === 'Unpublished';
  return (
    <DialogStep
      title={
        isGone
          ? t('unpublish.doneTitle', { model })
          : t('unpublish.pendingTitle', { model })
      }
      actions={
        <Button color="primary" variant="contained" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      <Notice severity="info">
        {isGone ? t('unpublish.done') : t('unpublish.pending')}
      </Notice>
    </DialogStep>
  );
}
