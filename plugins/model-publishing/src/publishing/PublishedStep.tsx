import { Published } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { usePublication } from '../api/usePublication';
import { ConditionList } from '../conditions/ConditionList';
import { PhaseChip } from '../conditions/PhaseChip';
import { DialogStep } from '../feedback/DialogStep';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { Notice } from '../feedback/Notice';
import { IssuedKey } from '../keys/IssuedKey';
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
  const { modelName: model, tenantId, externalUrl, warnings } = published;
  const live = usePublication(tenantId, model, { untilSettled: true });
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
      <Labelled label={t('publish.address')}>
        <CopyableText text={externalUrl} copyLabel={t('copy.url')} block />
      </Labelled>
      <IssuedKey apiKey={apiKey} publication={published} />
      {warnings.length > 0 && (
        <Notice severity="warning" title={t('publish.warnings')}>
          {warnings.map(({ field, message }) => (
            <div key={field}>{`${field} ${message}`}</div>
          ))}
        </Notice>
      )}
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('conditions.title')} <PhaseChip phase={phase} />
      </Typography>
      <ConditionList conditions={conditions} />
    </DialogStep>
  );
}
