import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useMemo } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { useTexts } from '../translation/useTexts';
import { configOfForm, fieldsOfType, PublishableModel } from './formValues';
import { problemsOfAnswer } from './problemsOfAnswer';
import { PublishFailed } from './PublishFailed';
import { PublishFields } from './PublishFields';
import { usePublishForm } from './usePublishForm';

const FORM_ID = 'model-publishing-publish';

export interface PublishStepProps {
  model: PublishableModel;
  isPending: boolean;
  error: Error | null;
  onSubmit(config: PublicationConfig): void;
  onClose(): void;
}

/** The first step of publishing: path and limits. */
export function PublishStep({
  model,
  isPending,
  error,
  onSubmit,
  onClose,
}: PublishStepProps) {
  const t = useTexts();
  const answered = useMemo(
    () => problemsOfAnswer(error, fieldsOfType(model.modelType)),
    [error, model.modelType],
  );
  const form = usePublishForm(model, answered.fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.canSubmit && !isPending) {
      onSubmit(configOfForm(form.values, model));
    }
  };
  return (
    <DialogStep
      title={t('publish.title', { model: model.name })}
      running={isPending ? t('publish.running') : undefined}
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
            disabled={isPending || !form.canSubmit}
          >
            {t('publish.submit')}
          </Button>
        </>
      }
    >
      <Typography paragraph>
        {t('publish.intro', { model: model.name, tenant: model.tenantId })}
      </Typography>
      <form id={FORM_ID} onSubmit={submit} noValidate>
        <PublishFields
          modelType={model.modelType}
          form={form}
          disabled={isPending}
        />
      </form>
      {error && <PublishFailed error={error} problems={answered} />}
    </DialogStep>
  );
}
