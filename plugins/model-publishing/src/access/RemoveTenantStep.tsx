import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useId, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { useTexts } from '../translation/useTexts';
import { ChangeOutcome } from './ChangeOutcome';
import { RemovalQuestion } from './RemovalQuestion';

const FORM_ID = 'model-publishing-remove-tenant';

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
  const id = useId();
  const [typed, setTyped] = useState('');
  const isTyped = keys === 0 || typed === tenant;
  const canSubmit = keys !== 'unknown-yet' && isTyped && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit();
    }
  };
  return (
    <DialogStep
      title={t('access.removal.title', { tenant })}
      running={isPending ? t('access.running') : undefined}
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
            {t('access.removal.submit')}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit}>
        <Typography paragraph>
          <RemovalQuestion keys={keys} />
        </Typography>
        {keys !== 0 && keys !== 'unknown-yet' && (
          <TextField
            id={id}
            label={t('access.removal.confirm', { tenant })}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            disabled={isPending}
            fullWidth
            margin="normal"
            variant="outlined"
            autoComplete="off"
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
          />
        )}
      </form>
      {!isPending && <ChangeOutcome isPending={false} error={error} />}
    </DialogStep>
  );
}
