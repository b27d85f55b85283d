import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useId, useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { isReason, ReasonField } from './ReasonField';

const FORM_ID = 'model-publishing-request-access';

export interface RequestAccessStepProps {
  publication: KnownPublication;
  tenants: string[];
  isPending: boolean;
  error: Error | null;
  onSubmit(order: { asking: string; reason: string }): void;
  onClose(): void;
}

/** For which tenant, and what for. */
export function RequestAccessStep({
  publication: { modelName: model, tenantId: publisher },
  tenants,
  isPending,
  error,
  onSubmit,
  onClose,
}: RequestAccessStepProps) {
  const t = useTexts();
  const id = useId();
  const [asking, setAsking] = useState(tenants[0] ?? '');
  const [reason, setReason] = useState('');
  const canSubmit = isReason(reason) && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit({ asking, reason: reason.trim() });
    }
  };
  return (
    <DialogStep
      title={t('requests.ask.dialogTitle', { model })}
      running={isPending ? t('requests.running') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            form={FORM_ID}
            color="primary"
            variant="contained"
            disabled={!canSubmit}
          >
            {t('requests.ask.submit')}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit}>
        <Typography>{t('requests.ask.explanation', { publisher })}</Typography>
        <TextField
          id={id}
          select
          label={t('requests.ask.tenant')}
          value={asking}
          onChange={event => setAsking(event.target.value)}
          disabled={isPending}
          fullWidth
          margin="normal"
          variant="outlined"
          InputLabelProps={{ shrink: true }}
          SelectProps={{ native: true }}
        >
          {tenants.map(tenant => (
            <option key={tenant} value={tenant}>
              {tenant}
            </option>
          ))}
        </TextField>
        <ReasonField
          label={t('requests.ask.reason')}
          text={reason}
          onType={setReason}
          disabled={isPending}
        />
      </form>
      {error && (
        <Notice severity="error" title={t('requests.ask.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
