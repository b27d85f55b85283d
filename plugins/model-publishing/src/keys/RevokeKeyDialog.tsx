import { useRevokeKey } from '../api/useKeys';
import { ActionDialog } from '../feedback/ActionDialog';
import { DoneStep } from '../feedback/DoneStep';
import { Notice } from '../feedback/Notice';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { OneKeyDialogProps } from './OneKeyDialogProps';
import { refOf } from './publicationOfKeys';
import { RevokeKeyStep } from './RevokeKeyStep';

/** Stops one key, after its name was typed. */
export function RevokeKeyDialog({
  publication,
  apiKey,
  onClose,
}: OneKeyDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const revocation = useRevokeKey(refOf(publication));
  const { hint } = apiKey;
  return (
    <ActionDialog onClose={revocation.isPending ? undefined : onClose}>
      {revocation.isSuccess ? (
        <DoneStep
          title={t('keys.revoke.doneTitle', { hint })}
          onClose={onClose}
        >
          <Notice severity="info">
            {revocation.data.effective === 'now'
              ? t('keys.revoke.now')
              : t('keys.revoke.pending')}
          </Notice>
        </DoneStep>
      ) : (
        <RevokeKeyStep
          apiKey={apiKey}
          isPending={revocation.isPending}
          error={revocation.error}
          onSubmit={() =>
            revocation.mutate(apiKey.id, {
              onSuccess: () => toast(t('keys.revoke.toast', { hint })),
            })
          }
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
