import { useApi } from '@backstage/core-plugin-api';
import { Publication } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { ActionDialog } from '../feedback/ActionDialog';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { IssuedKey } from './IssuedKey';

export interface RotateKeyDialogProps {
  publication: Publication;
  onClose(): void;
}

/** Replaces the tenant's key after a warning, and shows the new one this once. */
export function RotateKeyDialog({
  publication,
  onClose,
}: RotateKeyDialogProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const { modelName: model, tenantId: tenant } = publication;
  const rotation = useKeyIssue<void, Awaited<ReturnType<typeof api.rotateKey>>>(
    () => api.rotateKey(model, tenant),
  );

  if (rotation.isSuccess) {
    return (
      <ActionDialog
        title={t('rotate.doneTitle', { model })}
        onClose={onClose}
        keepOpen
        actions={
          <Button color="primary" variant="contained" onClick={onClose}>
            {t('dialog.done')}
          </Button>
        }
      >
        <Notice severity="info">
          {rotation.data.effective === 'now'
            ? t('rotate.done')
            : t('rotate.pending')}
        </Notice>
        <IssuedKey apiKey={rotation.apiKey} publication={publication} />
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      title={t('rotate.title', { model })}
      onClose={onClose}
      running={rotation.isPending ? t('rotate.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={rotation.isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            color="primary"
            variant="contained"
            disabled={rotation.isPending}
            onClick={() => rotation.mutate()}
          >
            {t('rotate.submit')}
          </Button>
        </>
      }
    >
      <Typography paragraph>{t('rotate.intro', { tenant })}</Typography>
      <Notice severity="warning">{t('rotate.warning')}</Notice>
      {rotation.isError && (
        <Notice severity="error" title={t('rotate.failed')}>
          {messageOf(rotation.error)}
        </Notice>
      )}
    </ActionDialog>
  );
}
