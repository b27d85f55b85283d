import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { FormStep } from '../feedback/FormStep';
import { ChoiceField } from '../fields/ChoiceField';
import { useTexts } from '../translation/useTexts';
import { isReason, ReasonField } from './ReasonField';

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
  const [asking, setAsking] = useState(tenants[0] ?? '');
  const [reason, setReason] = useState('');
  return (
    <FormStep
      title={t('requests.ask.dialogTitle', { model })}
      submit={t('requests.ask.submit')}
      running={t('requests.running')}
      failed={t('requests.ask.failed')}
      canSubmit={isReason(reason)}
      isPending={isPending}
      error={error}
      onSubmit={() => onSubmit({ asking, reason: reason.trim() })}
      onClose={onClose}
    >
      <Typography>{t('requests.ask.explanation', { publisher })}</Typography>
      <ChoiceField
        label={t('requests.ask.tenant')}
        value={asking}
        options={tenants.map(value => ({ value, label: value }))}
        onChoose={setAsking}
        disabled={isPending}
      />
      <ReasonField
        label={t('requests.ask.reason')}
        text={reason}
        onType={setReason}
        disabled={isPending}
      />
    </FormStep>
  );
}
