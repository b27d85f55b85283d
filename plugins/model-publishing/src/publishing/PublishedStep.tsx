import { Published } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { AddressFields } from '../addresses/AddressFields';
import { usePublication } from '../api/usePublication';
import { ConditionList } from '../conditions/ConditionList';
import { PhaseChip } from '../conditions/PhaseChip';
import { DialogStep } from '../feedback/DialogStep';
import { Labelled } from '../feedback/Labelled';
import { Notice } from '../feedback/Notice';
import { Warnings } from '../feedback/Warnings';
import { IssuedKey } from '../keys/IssuedKey';
import { TypeChips } from '../models/TypeChips';
import { useTexts } from '../translation/useTexts';

export interface PublishedStepProps {
  published: Omit<Published, 'apiKey'>;
  apiKey: string | null;
  onClose(): void;
}

/** The last step of publishing: address, key, a request to try, and how the gateway takes it in. */
export function PublishedStep({
  published,
  apiKey,
  onClose,
}: PublishedStepProps) {
  const t = useTexts();
  const { modelName: model, tenantId, modelType, warnings } = published;
  const { requireApiKey } = published.authentication;
  const live = usePublication(
    { cluster: published.cluster, tenant: tenantId, model },
    { untilSettled: true },
  );
  const { phase, conditions } = live.data ?? published;
  const isPending = published.effective === 'pending' && phase !== 'Published';
  return (
    <DialogStep
      title={t(
        published.effective === 'now'
          ? 'publish.doneTitle'
          : 'publish.pendingTitle',
        { model },
      )}
      actions={
        <Button color="primary" variant="contained" onClick={onClose}>
          {t('dialog.done')}
        </Button>
      }
    >
      {isPending && <Notice severity="info">{t('publish.pending')}</Notice>}
      <Labelled label={t('modelType.label')}>
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      </Labelled>
      <AddressFields publication={published} block />
      <IssuedKey
        apiKey={apiKey}
        publication={{ ...published, requireApiKey }}
      />
      <Warnings warnings={warnings} />
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('conditions.title')} <PhaseChip phase={phase} />
      </Typography>
      <ConditionList conditions={conditions} />
    </DialogStep>
  );
}
