import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { FormStep } from '../feedback/FormStep';
import { Notice } from '../feedback/Notice';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';

const LISTED_KEYS = 10;

export interface PlannedRevocationStepProps {
  model: string;
  keys: ApiKey[];
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onBack(): void;
  onClose(): void;
}

/** Says which keys stop, and asks for the model's name before they do. */
export function PlannedRevocationStep({
  model,
  keys,
  isPending,
  error,
  onSubmit,
  onBack,
  onClose,
}: PlannedRevocationStepProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const title = t('keys.revokeMany.title', { model });
  const back = (
    <Button onClick={onBack} disabled={isPending}>
      {t('keys.revokeMany.back')}
    </Button>
  );
  const count = keys.length;
  if (count === 0) {
    return (
      <DialogStep
        title={title}
        actions={
          <>
            {back}
            <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          </>
        }
      >
        <Notice severity="info">{t('keys.revokeMany.none')}</Notice>
      </DialogStep>
    );
  }
  return (
    <FormStep
      title={title}
      submit={t('keys.revokeMany.submit', { count })}
      running={t('keys.revokeMany.running')}
      failed={t('keys.revokeMany.failed')}
      moreActions={back}
      canSubmit={typed.trim() === model}
      isRemoval
      isPending={isPending}
      error={error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Notice severity="warning">
        {t('keys.revokeMany.planned', { count })}
      </Notice>
      <Typography component="ul">
        {keys.slice(0, LISTED_KEYS).map(({ id, hint, tenantId: tenant }) => (
          <li key={id}>{t('keys.revokeMany.keyOfTenant', { hint, tenant })}</li>
        ))}
        {count > LISTED_KEYS && (
          <li>
            {t('keys.revokeMany.more', {
              amount: String(count - LISTED_KEYS),
            })}
          </li>
        )}
      </Typography>
      <TextInput
        label={t('keys.revoke.confirm', { word: model })}
        value={typed}
        onEdit={setTyped}
        disabled={isPending}
      />
    </FormStep>
  );
}
