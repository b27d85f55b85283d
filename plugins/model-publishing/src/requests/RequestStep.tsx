import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { Labelled } from '../feedback/Labelled';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { isReason, ReasonField } from './ReasonField';
import { RequestAction } from './useEndRequest';

const FORM_ID = 'model-publishing-request';

export interface RequestStepProps {
  request: AccessRequest;
  action: RequestAction;
  isPending: boolean;
  error: Error | null;
  onSubmit(reason: string): void;
  onClose(): void;
}

/** What an action means for both sides, with the field for a reason. */
export function RequestStep({
  request: { tenantId: tenant, modelName: model, reason: asked },
  action,
  isPending,
  error,
  onSubmit,
  onClose,
}: RequestStepProps) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const canSubmit = isReason(reason, action === 'decline') && !isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) {
      onSubmit(reason.trim());
    }
  };
  return (
    <DialogStep
      title={t(`requests.${action}.title`, { tenant, model })}
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
            {t(`requests.${action}.submit`)}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit}>
        {asked && action !== 'withdraw' && (
          <Labelled label={t('requests.columns.reason')}>
            <Typography>{asked}</Typography>
          </Labelled>
        )}
        <Typography>{t(`requests.${action}.explanation`)}</Typography>
        {action !== 'withdraw' && (
          <ReasonField
            label={t(`requests.${action}.reason`)}
            text={reason}
            onType={setReason}
            required={action === 'decline'}
            disabled={isPending}
          />
        )}
      </form>
      {error && (
        <Notice severity="error" title={t(`requests.${action}.failed`)}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
