import { useApi } from '@backstage/core-plugin-api';
import {
  PublicationPatch,
  Updated,
} from '@inference-portal/plugin-model-publishing-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';
import { KnownPublication } from '../api/usePublication';
import { ActionDialog } from '../feedback/ActionDialog';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { AddressMoved } from './AddressMoved';
import { ChangeAddressStep } from './ChangeAddressStep';

export interface ChangeAddressDialogProps {
  publication: KnownPublication;
  onClose(): void;
}

/** Moves a publication to another address: asks for it, then shows how the move goes on. */
export function ChangeAddressDialog({
  publication,
  onClose,
}: ChangeAddressDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  // What the user has seen, and not what became of it behind the dialog.
  const [seen] = useState(publication);
  const { modelName: model, tenantId: tenant, cluster, etag } = seen;
  const move = useMutation<Updated, Error, PublicationPatch>({
    mutationFn: patch =>
      api.update({ model, tenant, cluster }, patch, { ifMatch: etag }),
    onSuccess: () => toast(t('addressForm.change.toast', { model })),
    onSettled: () => {
      // Not awaited: what came of it is to be seen at once.
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
  return (
    <ActionDialog onClose={move.isPending ? undefined : onClose}>
      {move.isSuccess ? (
        <AddressMoved updated={move.data} onClose={onClose} />
      ) : (
        <ChangeAddressStep
          publication={seen}
          isPending={move.isPending}
          error={move.error}
          onSubmit={move.mutate}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
