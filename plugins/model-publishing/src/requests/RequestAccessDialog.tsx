import { KnownPublication } from '../api/usePublication';
import { ActionDialog } from '../feedback/ActionDialog';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { RequestAccessStep } from './RequestAccessStep';
import { useRequestAccess } from './useRequestAccess';

export interface RequestAccessDialogProps {
  publication: KnownPublication;
  /** Those that can ask; at least one. */
  tenants: string[];
  onClose(): void;
}

/** Asks the publisher of a model for access. */
export function RequestAccessDialog({
  publication,
  tenants,
  onClose,
}: RequestAccessDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const request = useRequestAccess(publication);
  return (
    <ActionDialog onClose={request.isPending ? undefined : onClose}>
      <RequestAccessStep
        publication={publication}
        tenants={tenants}
        isPending={request.isPending}
        error={request.error}
        onSubmit={order =>
          request.mutate(order, {
            onSuccess: ({ tenantId }) => {
              toast(t('requests.ask.sent', { tenant: tenantId }));
              onClose();
            },
          })
        }
        onClose={onClose}
      />
    </ActionDialog>
  );
}
