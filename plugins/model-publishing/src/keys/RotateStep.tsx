import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface RotateStepProps {
  publication: ListedPublication;
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onClose(): void;
}

/** What a rotation does to those who use the present key, and the button that does it. */
export function RotateStep({
  publication: { modelName: model, tenantId: tenant },
  isPending,
  error,
  onSubmit,
  onClose,
}: RotateStepProps) {
  const t = useTexts();
  return (
    <DialogStep
      title={t('rotate.title', { model })}
      running={isPending ? t('rotate.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            color="primary"
            variant="contained"
            disabled={isPending}
            onClick={() => onSubmit()}
          >
            {t('rotate.submit')}
          </Button>
        </>
      }
    >
      <Typography paragraph>{t('rotate.intro', { tenant })}</Typography>
      <Notice severity="warning">{t('rotate.warning')}</Notice>
      {error && (
        <Notice severity="error" title={t('rotate.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
