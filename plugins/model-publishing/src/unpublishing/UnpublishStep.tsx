import Button from '@material-ui/core/Button';
import { FormEvent, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { UnpublishQuestion } from './UnpublishQuestion';
import { UnpublishedModel } from './UnpublishedModel';

const FORM_ID = 'model-publishing-unpublish';

export interface UnpublishStepProps {
  publication: UnpublishedModel;
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onClose(): void;
}

/** Asks for the model's name before anything is removed. */
export function UnpublishStep({
  publication,
  isPending,
  error,
  onSubmit,
  onClose,
}: UnpublishStepProps) {
  const t = useTexts();
  const { modelName: model } = publication;
  const [typedName, setTypedName] = useState('');
  const canSubmit = typedName === model && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit();
    }
  };
  return (
    <DialogStep
      title={t('unpublish.title', { model })}
      running={isPending ? t('unpublish.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            form={FORM_ID}
            color="secondary"
            variant="contained"
            disabled={!canSubmit}
          >
            {t('unpublish.submit')}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit}>
        <UnpublishQuestion
          publication={publication}
          typedName={typedName}
          onType={setTypedName}
          disabled={isPending}
        />
      </form>
      {error && (
        <Notice severity="error" title={t('unpublish.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
