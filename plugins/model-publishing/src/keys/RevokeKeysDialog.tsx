import { useState } from 'react';
import { KeyChoice, usePlanRevocation, useRevokeKeys } from '../api/useKeys';
import { KnownPublication } from '../api/usePublication';
import { ActionDialog } from '../feedback/ActionDialog';
import { DoneStep } from '../feedback/DoneStep';
import { Notice } from '../feedback/Notice';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { ChooseKeysStep } from './ChooseKeysStep';
import { PlannedRevocationStep } from './PlannedRevocationStep';
import { refOf } from './publicationOfKeys';

export interface RevokeKeysDialogProps {
  publication: KnownPublication;
  /** Ids of the keys that are selected in the table. */
  selected: string[];
  onRevoked(): void;
  onClose(): void;
}

/** Stops several keys: first says which ones, then asks whether. */
export function RevokeKeysDialog({
  publication,
  selected,
  onRevoked,
  onClose,
}: RevokeKeysDialogProps) {
  const t = useTexts();
  const toast = useToast();
  const plan = usePlanRevocation(refOf(publication));
  const revocation = useRevokeKeys(refOf(publication));
  const [choice, setChoice] = useState<KeyChoice>();
  const isPending = plan.isPending || revocation.isPending;
  if (revocation.isSuccess) {
    return (
      <ActionDialog onClose={onClose}>
        <DoneStep
          title={t('keys.revokeMany.doneTitle', {
            count: revocation.data.keys.length,
          })}
          onClose={onClose}
        >
          <Notice severity="info">
            {revocation.data.effective === 'now'
              ? t('keys.revokeMany.now')
              : t('keys.revokeMany.pending')}
          </Notice>
        </DoneStep>
      </ActionDialog>
    );
  }
  return (
    <ActionDialog onClose={isPending ? undefined : onClose}>
      {choice && plan.isSuccess ? (
        <PlannedRevocationStep
          model={publication.modelName}
          keys={plan.data.keys}
          isPending={revocation.isPending}
          error={revocation.error}
          onSubmit={() =>
            // What was shown is stopped, and nothing that was created since.
            revocation.mutate(
              { keyIds: plan.data.keys.map(({ id }) => id) },
              {
                onSuccess: ({ keys }) => {
                  onRevoked();
                  toast(t('keys.revokeMany.toast', { count: keys.length }));
                },
              },
            )
          }
          onBack={() => {
            plan.reset();
            setChoice(undefined);
          }}
          onClose={onClose}
        />
      ) : (
        <ChooseKeysStep
          model={publication.modelName}
          tenants={publication.authentication.allowedTenants ?? []}
          selected={selected}
          isPending={plan.isPending}
          error={plan.error}
          onSubmit={chosen => {
            setChoice(chosen);
            plan.mutate(chosen);
          }}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
