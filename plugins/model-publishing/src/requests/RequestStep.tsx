import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { FormStep } from '../feedback/FormStep';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';
import { isReason, ReasonField } from './ReasonField';
import { RequestAction } from './useEndRequest';

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
  return (
    <FormStep
      title={t(`requests.${action}.title`, { tenant, model })}
      submit={t(`requests.${action}.submit`)}
      running={t('requests.running')}
      failed={t(`requests.${action}.failed`)}
      canSubmit={isReason(reason, action === 'decline')}
      isPending={isPending}
      error={error}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
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
    </FormStep>
  );
}
