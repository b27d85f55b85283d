import { useActiveKeyCount } from '../api/useActiveKeyCount';
import { useChangeAccess } from '../api/useChangeAccess';
import { KnownPublication } from '../api/usePublication';
import { ActionDialog } from '../feedback/ActionDialog';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { RemoveTenantStep } from './RemoveTenantStep';

export interface RemoveTenantDialogProps {
  publication: KnownPublication;
  tenant: string;
  onClose(): void;
}

/** Takes a model away from a tenant, whose keys stop at once. */
export function RemoveTenantDialog({
  publication,
  tenant,
  onClose,
}: RemoveTenantDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const keys = useActiveKeyCount(publication, tenant);
  const change = useChangeAccess(publication);
  const { allowedTenants } = publication.authentication;
  return (
    <ActionDialog onClose={change.isPending ? undefined : onClose}>
      <RemoveTenantStep
        tenant={tenant}
        keys={keys.isFetching ? 'unknown-yet' : keys.data}
        isPending={change.isPending}
        error={change.error}
        onSubmit={() =>
          change.mutate(
            {
              authentication: {
                allowedTenants: allowedTenants.filter(one => one !== tenant),
              },
            },
            {
              onSuccess: () => {
                toast(t('access.tenants.removed', { tenant }));
                onClose();
              },
            },
          )
        }
        onClose={onClose}
      />
    </ActionDialog>
  );
}
