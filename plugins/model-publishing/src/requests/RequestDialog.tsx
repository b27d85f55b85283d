import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { ActionDialog } from '../feedback/ActionDialog';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { RequestStep } from './RequestStep';
import { RequestAction, useEndRequest } from './useEndRequest';

export interface RequestDialogProps {
  request: AccessRequest;
  action: RequestAction;
  onClose(): void;
}

/** Asks once more before a request is approved, declined or withdrawn. */
export function RequestDialog({
  request,
  action,
  onClose,
}: RequestDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const { tenantId: tenant, modelName: model } = request;
  const end = useEndRequest(request, action);
  return (
    <ActionDialog onClose={end.isPending ? undefined : onClose}>
      <RequestStep
        request={request}
        action={action}
        isPending={end.isPending}
        error={end.error}
        onSubmit={reason =>
          end.mutate(reason, {
            onSuccess: () => {
              toast(t(`requests.${action}.done`, { tenant, model }));
              onClose();
            },
          })
        }
        onClose={onClose}
      />
    </ActionDialog>
  );
}
