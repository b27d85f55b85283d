import { Publication } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ActionDialog } from '../feedback/ActionDialog';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { UnpublishQuestion } from './UnpublishQuestion';
import { useUnpublish } from './useUnpublish';

const FORM_ID = 'model-publishing-unpublish';

export interface UnpublishDialogProps {
  publication: Publication;
  onClose(): void;
}

/** Takes a model off the gateway, after its name was typed. */
export function UnpublishDialog({
  publication,
  onClose,
}: UnpublishDialogProps) {
  const t = useTexts();
  const { modelName: model } = publication;
  const [typedName, setTypedName] = useState('');
  const removal = useUnpublish(publication);

  if (removal.isSuccess) {
    const isDone = removal.data.phase === 'Unpublished';
    return (
      <ActionDialog
        title={t(isDone ? 'unpublish.doneTitle' : 'unpublish.pendingTitle', {
          model,
        })}
        onClose={onClose}
        actions={
          <Button color="primary" variant="contained" onClick={onClose}>
            {t('dialog.close')}
          </Button>
        }
      >
        <Notice severity="info">
          {t(isDone ? 'unpublish.done' : 'unpublish.pending')}
        </Notice>
      </ActionDialog>
    );
  }
  const canSubmit = typedName === model && !removal.isPending;
  return (
    <ActionDialog
      title={t('unpublish.title', { model })}
      onClose={onClose}
      running={removal.isPending ? t('unpublish.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={removal.isPending}>
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
      <form
        id={FORM_ID}
        onSubmit={event => {
          event.preventDefault();
          if (canSubmit) {
            removal.mutate();
          }
        }}
      >
        <UnpublishQuestion
          publication={publication}
          typedName={typedName}
          onType={setTypedName}
          disabled={removal.isPending}
        />
      </form>
      {removal.isError && (
        <Notice severity="error" title={t('unpublish.failed')}>
          {messageOf(removal.error)}
        </Notice>
      )}
    </ActionDialog>
  );
}
