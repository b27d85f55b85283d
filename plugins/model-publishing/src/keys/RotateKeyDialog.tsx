import { useApi } from '@backstage/core-plugin-api';
import {
  ListedPublication,
  RotatedKey,
} from '@inference-portal/plugin-model-publishing-common';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { ActionDialog } from '../feedback/ActionDialog';
import { RotatedStep } from './RotatedStep';
import { RotateStep } from './RotateStep';

export interface RotateKeyDialogProps {
  publication: ListedPublication;
  onClose(): void;
}

/** Replaces the tenant's key after a warning, and shows the new one this once. */
export function RotateKeyDialog({
  publication,
  onClose,
}: RotateKeyDialogProps) {
  const api = useApi(modelPublishingApiRef);
  const { modelName, tenantId } = publication;
  const rotation = useKeyIssue<void, RotatedKey>(() =>
    // The dialog says that the present key stops at once.
    api.rotateKey(modelName, tenantId, { grace: 'now' }),
  );
  const mayClose = !rotation.isPending && !rotation.isSuccess;
  return (
    <ActionDialog onClose={mayClose ? onClose : undefined}>
      {rotation.isSuccess ? (
        <RotatedStep
          publication={publication}
          effective={rotation.data.effective}
          apiKey={rotation.apiKey}
          onClose={onClose}
        />
      ) : (
        <RotateStep
          publication={publication}
          isPending={rotation.isPending}
          error={rotation.error}
          onSubmit={rotation.mutate}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
