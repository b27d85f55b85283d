import { ActionDialog } from '../feedback/ActionDialog';
import { UnpublishedStep } from './UnpublishedStep';
import { UnpublishStep } from './UnpublishStep';
import { useUnpublish } from './useUnpublish';
import { UnpublishedModel } from './UnpublishedModel';

export interface UnpublishDialogProps {
  publication: UnpublishedModel;
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
