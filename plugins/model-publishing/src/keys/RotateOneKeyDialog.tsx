import { useApi } from '@backstage/core-plugin-api';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useTexts } from '../translation/useTexts';
import { OneKeyDialogProps } from './OneKeyDialogProps';
import { refOf, snippetSourceOf } from './publicationOfKeys';
import { RotationDialog } from './RotationDialog';

/** Replaces one key. */
export function RotateOneKeyDialog({
  publication,
  apiKey: { id, hint, tenantId },
  onClose,
}: OneKeyDialogProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  return (
    <RotationDialog
      title={t('keys.rotate.title', { hint })}
      tenant={tenantId}
      model={publication.modelName}
      publication={snippetSourceOf(publication)}
      rotate={({ body, idempotencyKey }) =>
        api.rotateOneKey(refOf(publication), id, body, { idempotencyKey })
      }
      onClose={onClose}
    />
  );
}
