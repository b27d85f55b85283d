import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { ActionDialog } from '../feedback/ActionDialog';
import { UnpublishedStep } from './UnpublishedStep';
import { UnpublishStep } from './UnpublishStep';
import { useUnpublish } from './useUnpublish';

export interface UnpublishDialogProps {
  publication: ListedPublication;
  onClose(): void;
}

/** Takes a model off the gateway, after its name was typed. */
export function UnpublishDialog({
  publication,
  onClose,
}: UnpublishDialogProps) {
  const removal = useUnpublish(publication);
  return (
    <ActionDialog onClose={removal.isPending ? undefined : onClose}>
      {removal.isSuccess ? (
        <UnpublishedStep unpublished={removal.data} onClose={onClose} />
      ) : (
        <UnpublishStep
          publication={publication}
          isPending={removal.isPending}
          error={removal.error}
          onSubmit={removal.mutate}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
