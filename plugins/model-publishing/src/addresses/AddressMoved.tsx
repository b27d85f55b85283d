import { Updated } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { usePublication } from '../api/usePublication';
import { DoneStep } from '../feedback/DoneStep';
import { RetiringAddresses } from '../overview/RetiringAddresses';
import { useTexts } from '../translation/useTexts';
import { AddressFields } from './AddressFields';

export interface AddressMovedProps {
  updated: Updated;
  onClose(): void;
}

/** After a move: the new address, and how long the old one goes on answering. */
export function AddressMoved({ updated, onClose }: AddressMovedProps) {
  const t = useTexts();
  const { modelName: model, tenantId: tenant, cluster } = updated;
  const live = usePublication(
    { cluster, tenant, model },
    { untilSettled: true },
  );
  const answers =
    updated.effective === 'now' || live.data?.phase === 'Published';
  return (
    <DoneStep
      title={t(
        answers
          ? 'addressForm.change.doneTitle'
          : 'addressForm.change.pendingTitle',
        { model },
      )}
      onClose={onClose}
    >
      <Typography paragraph>
        {t(answers ? 'addressForm.change.done' : 'addressForm.change.pending')}
      </Typography>
      <AddressFields publication={updated} block />
      <RetiringAddresses addresses={updated.retiringAddresses} />
    </DoneStep>
  );
}
