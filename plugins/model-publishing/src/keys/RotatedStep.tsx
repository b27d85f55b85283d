import {
  ListedPublication,
  RotatedKey,
} from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { DialogStep } from '../feedback/DialogStep';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { IssuedKey } from './IssuedKey';

export interface RotatedStepProps {
  publication: ListedPublication;
  effective: RotatedKey['effective'];
  apiKey: string | null;
  onClose(): void;
}

/** The new key, and whether the gateway knows it already. */
export function RotatedStep({
  publication,
  effective,
  apiKey,
  onClose,
}: RotatedStepProps) {
  const t = useTexts();
  return (
    <DialogStep
      title={t('rotate.doneTitle', { model: publication.modelName })}
      actions={
        <Button color="primary" variant="contained" onClick={onClose}>
          {t('dialog.done')}
        </Button>
      }
    >
      <Notice severity="info">
        {effective === 'now' ? t('rotate.done') : t('rotate.pending')}
      </Notice>
      <IssuedKey apiKey={apiKey} publication={publication} />
    </DialogStep>
  );
}
