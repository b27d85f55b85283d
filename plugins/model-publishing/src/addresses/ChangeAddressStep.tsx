import { PublicationPatch } from '@inference-portal/plugin-model-publishing-common';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { KnownPublication } from '../api/usePublication';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { DialogStep } from '../feedback/DialogStep';
import { FormActions } from '../feedback/FormActions';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { ChangeAddressForm } from './ChangeAddressForm';
import { hostnamesFor } from './hostnamesFor';

export interface ChangeAddressStepProps {
  publication: KnownPublication;
  isPending: boolean;
  error: Error | null;
  onSubmit(patch: PublicationPatch): void;
  onClose(): void;
}

/** The first step of a move: where to. */
export function ChangeAddressStep({
  publication,
  isPending,
  error,
  onSubmit,
  onClose,
}: ChangeAddressStepProps) {
  const t = useTexts();
  const formId = useId();
  const { cluster, tenantId, gateway: name, modelType } = publication;
  const options = usePublishingOptions({ cluster, tenant: tenantId });
  const gateway = options.data?.gateways.find(offer => offer.name === name);
  return (
    <DialogStep
      title={t('addressForm.change.title', { model: publication.modelName })}
      running={isPending ? t('addressForm.change.running') : undefined}
      actions={
        <FormActions
          formId={formId}
          submit={t('addressForm.change.submit')}
          canSubmit={options.data !== undefined}
          isPending={isPending}
          onClose={onClose}
        />
      }
    >
      <Typography paragraph>{t('addressForm.change.explanation')}</Typography>
      {options.isError && (
        <RequestFailed
          title={t('addressForm.change.noOptions')}
          error={options.error}
          onRetry={options.refetch}
        />
      )}
      {options.isPending && <LinearProgress aria-label={t('table.loading')} />}
      {options.data && (
        <ChangeAddressForm
          id={formId}
          publication={publication}
          hostnames={
            gateway
              ? hostnamesFor(gateway, {
                  modelType,
                  requireApiKey: publication.authentication.requireApiKey,
                })
              : []
          }
          error={error}
          onSubmit={onSubmit}
        />
      )}
    </DialogStep>
  );
}
