import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { FormStep } from '../feedback/FormStep';
import { Notice } from '../feedback/Notice';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { LastUsed } from './LastUsed';

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
  return (
    <FormStep
      title={t('keys.revoke.title', { hint })}
      submit={t('keys.revoke.submit')}
      running={t('keys.revoke.running')}
      failed={t('keys.revoke.failed')}
      canSubmit={typed.trim() === word}
      isRemoval
      isPending={isPending}
      error={error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Notice severity="warning">{t('keys.revoke.intro', { tenant })}</Notice>
      <Typography>
        {t('keys.revoke.lastUsed')} <LastUsed apiKey={apiKey} />
      </Typography>
      <TextInput
        label={t('keys.revoke.confirm', { word })}
        value={typed}
        onEdit={setTyped}
        disabled={isPending}
      />
    </FormStep>
  );
}
