import { useApi } from '@backstage/core-plugin-api';
import { ReadPublication } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { useEffect } from 'react';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { ActionDialog } from '../feedback/ActionDialog';
import { CopyableText } from '../feedback/CopyableText';
import { DialogStep } from '../feedback/DialogStep';
import { Labelled } from '../feedback/Labelled';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { Texts, useTexts } from '../translation/useTexts';
import { OneKeyDialogProps } from './OneKeyDialogProps';
import { refOf } from './publicationOfKeys';

/** How long a key stays on the screen, in milliseconds. */
const SHOWN_MS = 60_000;

export interface RevealKeyDialogProps extends OneKeyDialogProps {
  shownMs?: number;
}

/** Shows the primary key of the user's tenant once more, for a moment. What is shown is in this component alone. */
export function RevealKeyDialog({
  publication,
  apiKey: { id, hint },
  onClose,
  shownMs = SHOWN_MS,
}: RevealKeyDialogProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const reveal = useKeyIssue<void, ReadPublication>(() =>
    api.revealKey(refOf(publication)),
  );
  // The primary key can have been replaced meanwhile, and the answer is about another one then.
  const key = reveal.data?.apiKeyId === id ? reveal.apiKey : null;
  const isShown = key !== null;
  useEffect(() => {
    if (!isShown) {
      return undefined;
    }
    const timer = setTimeout(onClose, shownMs);
    window.addEventListener('blur', onClose);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', onClose);
    };
  }, [isShown, onClose, shownMs]);
  return (
    <ActionDialog onClose={reveal.isPending ? undefined : onClose}>
      <DialogStep
        title={t('keys.reveal.title', { hint })}
        running={reveal.isPending ? t('keys.reveal.running') : undefined}
        actions={
          <>
            <Button onClick={onClose} disabled={reveal.isPending}>
              {isShown ? t('keys.reveal.hide') : t('dialog.cancel')}
            </Button>
            {!reveal.isSuccess && (
              <Button
                color="primary"
                variant="contained"
                disabled={reveal.isPending}
                onClick={() => reveal.mutate()}
              >
                {t('keys.reveal.submit')}
              </Button>
            )}
          </>
        }
      >
        <Notice severity="warning">{t('keys.reveal.warning')}</Notice>
        {isShown && (
          <Labelled label={t('key.label')}>
            <CopyableText text={key} copyLabel={t('copy.key')} block />
          </Labelled>
        )}
        {reveal.isSuccess && !isShown && (
          <Notice severity="error">
            {whyNot(t, reveal.data.apiKeyReason)}
          </Notice>
        )}
        {reveal.error && (
          <Notice severity="error" title={t('keys.reveal.failed')}>
            {messageOf(reveal.error)}
          </Notice>
        )}
      </DialogStep>
    </ActionDialog>
  );
}

function whyNot(t: Texts, reason: ReadPublication['apiKeyReason']): string {
  switch (reason) {
    case 'lost':
      return t('keys.reveal.lost');
    case 'unavailable':
      return t('keys.reveal.unavailable');
    default:
      return t('keys.reveal.refused');
  }
}
