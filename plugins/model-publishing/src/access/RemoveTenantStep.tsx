import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { FormStep } from '../feedback/FormStep';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { ChangeOutcome } from './ChangeOutcome';
import { RemovalQuestion } from './RemovalQuestion';

export interface RemoveTenantStepProps {
  tenant: string;
  /** How many of its keys work; undefined when that cannot be read. */
  keys: number | 'unknown-yet' | undefined;
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onClose(): void;
}

/** Asks for the tenant's name where keys would stop. */
export function RemoveTenantStep({
  tenant,
  keys,
  isPending,
  error,
  onSubmit,
  onClose,
}: RemoveTenantStepProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const isTyped = keys === 0 || typed === tenant;
  return (
    <FormStep
      title={t('access.removal.title', { tenant })}
      submit={t('access.removal.submit')}
      running={t('access.running')}
      canSubmit={keys !== 'unknown-yet' && isTyped}
      isRemoval
      isPending={isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Typography paragraph>
        <RemovalQuestion keys={keys} />
      </Typography>
      {keys !== 0 && keys !== 'unknown-yet' && (
        <TextInput
          label={t('access.removal.confirm', { tenant })}
          value={typed}
          onEdit={setTyped}
          disabled={isPending}
        />
      )}
      {!isPending && <ChangeOutcome isPending={false} error={error} />}
    </FormStep>
  );
}
