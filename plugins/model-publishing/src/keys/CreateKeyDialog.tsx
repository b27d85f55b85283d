import { useApi } from '@backstage/core-plugin-api';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { KnownPublication } from '../api/usePublication';
import { useRepeatable } from '../api/useRepeatable';
import { ActionDialog } from '../feedback/ActionDialog';
import { DoneStep } from '../feedback/DoneStep';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { CreateKeyStep, NewKey } from './CreateKeyStep';
import { IssuedKey } from './IssuedKey';
import { expiryTime } from './periods';
import { refOf, snippetSourceOf } from './publicationOfKeys';

export interface CreateKeyDialogProps {
  publication: KnownPublication;
  /** The user's tenants that may have keys. */
  tenants: string[];
  onClose(): void;
}

/** Issues a further key, and shows it this once. */
export function CreateKeyDialog({
  publication,
  tenants,
  onClose,
}: CreateKeyDialogProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const requestOf = useRepeatable(({ tenantId, name, expiry }: NewKey) => ({
    tenantId,
    name: name || undefined,
    expiresAt: expiryTime(expiry, new Date()),
  }));
  const creation = useKeyIssue((key: NewKey) => {
    const { body, idempotencyKey } = requestOf(key);
    return api.createKey(refOf(publication), body, { idempotencyKey });
  });
  const mayClose = !creation.isPending && !creation.isSuccess;
  const { modelName: model } = publication;
  return (
    <ActionDialog onClose={mayClose ? onClose : undefined}>
      {creation.isSuccess ? (
        <DoneStep
          title={t('keys.create.doneTitle', {
            model,
            tenant: creation.data.key.tenantId,
          })}
          onClose={onClose}
        >
          <Notice severity="info">
            {creation.data.effective === 'now'
              ? t('keys.create.done')
              : t('keys.create.pending')}
          </Notice>
          <IssuedKey
            apiKey={creation.apiKey}
            publication={snippetSourceOf(publication)}
          />
        </DoneStep>
      ) : (
        <CreateKeyStep
          model={model}
          tenants={tenants}
          isPending={creation.isPending}
          error={creation.error}
          onSubmit={creation.mutate}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
