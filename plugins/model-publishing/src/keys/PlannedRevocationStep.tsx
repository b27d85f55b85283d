import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';

const FORM_ID = 'model-publishing-revoke-keys';
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
  const count = keys.length;
  const isEmpty = count === 0;
  const canSubmit = typed.trim() === model && !isPending && !isEmpty;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit();
    }
  };
  return (
    <DialogStep
      title={t('keys.revokeMany.title', { model })}
      running={isPending ? t('keys.revokeMany.running') : undefined}
      actions={
        <>
          <Button onClick={onBack} disabled={isPending}>
            {t('keys.revokeMany.back')}
          </Button>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          {!isEmpty && (
            <Button
              type="submit"
              form={FORM_ID}
              color="secondary"
              variant="contained"
              disabled={!canSubmit}
            >
              {t('keys.revokeMany.submit', { count })}
            </Button>
          )}
        </>
      }
    >
      {isEmpty ? (
        <Notice severity="info">{t('keys.revokeMany.none')}</Notice>
      ) : (
        <form id={FORM_ID} onSubmit={submit} noValidate>
          <Notice severity="warning">
            {t('keys.revokeMany.planned', { count })}
          </Notice>
          <Typography component="ul">
            {keys
              .slice(0, LISTED_KEYS)
              .map(({ id, hint, tenantId: tenant }) => (
                <li key={id}>
                  {t('keys.revokeMany.keyOfTenant', { hint, tenant })}
                </li>
              ))}
            {keys.length > LISTED_KEYS && (
              <li>
                {t('keys.revokeMany.more', {
                  amount: String(keys.length - LISTED_KEYS),
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
        </form>
      )}
      {error && (
        <Notice severity="error" title={t('keys.revokeMany.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
