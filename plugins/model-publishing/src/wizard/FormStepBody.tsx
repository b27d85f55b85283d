import Button from '@material-ui/core/Button';
import { FormEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useTexts } from '../translation/useTexts';
import { AddressStep } from './AddressStep';
import { LimitsStep } from './LimitsStep';
import { PublishContext, PublishValues } from './publishValues';
import { RefusalNotice } from './RefusalNotice';
import { StepFrame } from './StepFrame';
import { Refusal } from './useRefusal';
import { useWizardPaths, WizardPlace } from './useWizardPaths';
import { FormStep } from './WizardStep';

/** What has to be right before a step is left, and what comes then. */
const STEPS = {
  address: {
    Body: AddressStep,
    fields: ['modelType', 'gateway', 'address'],
    next: 'limits',
  },
  limits: {
    Body: LimitsStep,
    fields: ['limits', 'tenants', 'visibility', 'requireApiKey', 'metadata'],
    next: 'review',
  },
} as const;

export interface FormStepBodyProps {
  place: WizardPlace;
  step: FormStep;
  context: PublishContext;
  refusal: Refusal | undefined;
  onNext(step: 'limits' | 'review'): void;
  onCancel(): void;
}

/** A step with fields, which is left once these are right. */
export function FormStepBody({
  place,
  step,
  context,
  refusal,
  onNext,
  onCancel,
}: FormStepBodyProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const paths = useWizardPaths(place);
  const form = useFormContext<PublishValues>();
  const { Body, fields, next } = STEPS[step];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.trigger(fields, { shouldFocus: true })) {
      onNext(next);
    }
  };
  return (
    <form noValidate onSubmit={submit}>
      <StepFrame
        step={step}
        place={place}
        heading={t(`wizard.${step}.heading`)}
        actions={
          <>
            {step === 'limits' && (
              <Button onClick={() => navigate(paths.step('address'))}>
                {t('wizard.back')}
              </Button>
            )}
            <Button type="submit" variant="contained" color="primary">
              {t('wizard.next')}
            </Button>
            <Button onClick={onCancel}>{t('wizard.cancel')}</Button>
          </>
        }
      >
        <RefusalNotice refusal={refusal} />
        <Body context={context} />
      </StepFrame>
    </form>
  );
}
