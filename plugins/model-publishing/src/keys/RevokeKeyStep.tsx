import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { LastUsed } from './LastUsed';

const FORM_ID = 'model-publishing-revoke-key';

export interface RevokeKeyStepProps {
  apiKey: ApiKey;
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onClose(): void;
}

/** Says whom a revocation hits, and asks for the name of the key, or for its hint if it has none. */
export function RevokeKeyStep({
  apiKey,
  isPending,
  error,
  onSubmit,
  onClose,
}: RevokeKeyStepProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const { hint, name, tenantId: tenant } = apiKey;
  // Nobody has an ellipsis on the keyboard.
  const word = name ?? hint.replace(/…$/, '');
  const canSubmit = typed.trim() === word && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit();
    }
  };
  return (
    <DialogStep
      title={t('keys.revoke.title', { hint })}
      running={isPending ? t('keys.revoke.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            form={FORM_ID}
            color="secondary"
            variant="contained"
            disabled={!canSubmit}
          >
            {t('keys.revoke.submit')}
          </Button>
        </>
      }
    >
      <Notice severity="warning">{t('keys.revoke.intro', { tenant })}</Notice>
      <Typography>
        {t('keys.revoke.lastUsed')} <LastUsed apiKey={apiKey} />
      </Typography>
      <form id={FORM_ID} onSubmit={submit} noValidate>
        <TextInput
          label={t('keys.revoke.confirm', { word })}
          value={typed}
          onEdit={setTyped}
          disabled={isPending}
        />
      </form>
      {error && (
        <Notice severity="error" title={t('keys.revoke.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
