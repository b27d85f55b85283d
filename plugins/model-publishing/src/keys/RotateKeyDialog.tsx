import { useApi } from '@backstage/core-plugin-api';
import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useTexts } from '../translation/useTexts';
import { RotationDialog } from './RotationDialog';

export interface RotateKeyDialogProps {
  publication: ListedPublication;
  onClose(): void;
}

/** Replaces the primary key of the user's tenant. */
export function RotateKeyDialog({
  publication,
  onClose,
}: RotateKeyDialogProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const { modelName: model, tenantId: tenant, cluster } = publication;
  return (
    <RotationDialog
      title={t('rotate.title', { model })}
      tenant={tenant}
      model={model}
      publication={publication}
      rotate={({ body, idempotencyKey }) =>
        api.rotateKey(model, tenant, body, { idempotencyKey, cluster })
      }
      onClose={onClose}
    />
  );
}
