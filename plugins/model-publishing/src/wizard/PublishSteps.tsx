import { useEffect, useRef } from 'react';
import { FormProvider } from 'react-hook-form';
import { Navigate, useNavigate } from 'react-router-dom';
import { configOfValues } from './configOfValues';
import { FormStepBody } from './FormStepBody';
import { removeDraft } from './publishDraft';
import { PublishContext } from './publishValues';
import { ReviewStep } from './ReviewStep';
import { SentAlready } from './SentAlready';
import { usePublishDraft } from './usePublishDraft';
import { usePublishForm } from './usePublishForm';
import { useRefusal } from './useRefusal';
import { useWizardPaths, WizardPlace } from './useWizardPaths';
import { isAfter, WizardStep } from './WizardStep';

/** One publish request; the same key makes it the same request. */
export interface PublishCall {
  config: ReturnType<typeof configOfValues>;
  idempotencyKey: string;
}

export interface PublishStepsProps {
  place: WizardPlace;
  step: Exclude<WizardStep, 'done'>;
  context: PublishContext;
  publishing: {
    isPending: boolean;
    mutate(
      call: PublishCall,
      then: { onSuccess(): void; onError(error: Error): void },
    ): void;
  };
}

/** The steps that ask, over one form and one draft. */
export function PublishSteps({
  place,
  step,
  context,
  publishing,
}: PublishStepsProps) {
  const navigate = useNavigate();
  const paths = useWizardPaths(place);
  const { draft, change } = usePublishDraft(place, context);
  const form = usePublishForm(draft.values, context);
  const { refusal, refuse, clear } = useRefusal(form, context, to =>
    navigate(paths.step(to)),
  );
  // Known at once, while the state of the mutation comes too late for the second click of a double click.
  const isSending = useRef(false);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => change({ values }),
      }),
    [form, change],
  );

  const publish = () => {
    if (isSending.current) {
      return;
    }
    isSending.current = true;
    clear();
    change({ isSent: true });
    publishing.mutate(
      {
        config: configOfValues(form.getValues(), context),
        idempotencyKey: draft.idempotencyKey,
      },
      {
        onSuccess: () => {
          removeDraft(place);
          navigate(paths.step('done'), { replace: true });
        },
        onError: error => {
          isSending.current = false;
          refuse(error);
        },
      },
    );
  };
  const goOn = (next: 'limits' | 'review') => {
    clear();
    change({ reached: isAfter(next, draft.reached) ? next : draft.reached });
    navigate(paths.step(next));
  };
  const discard = (target: string) => {
    removeDraft(place);
    navigate(target);
  };

  if (context.model.published) {
    return (
      <SentAlready
        place={place}
        refusal={refusal}
        isPending={publishing.isPending}
        onSend={publish}
        onDiscard={() => discard(paths.publication('overview'))}
      />
    );
  }
  if (isAfter(step, draft.reached)) {
    return <Navigate to={paths.step(draft.reached)} replace />;
  }
  const onCancel = () => discard(paths.models);
  return (
    <FormProvider {...form}>
      {step === 'review' ? (
        <ReviewStep
          place={place}
          context={context}
          refusal={refusal}
          isPublishing={publishing.isPending}
          onRefused={refuse}
          onRetry={clear}
          onPublish={publish}
          onCancel={onCancel}
        />
      ) : (
        <FormStepBody
          key={step}
          place={place}
          step={step}
          context={context}
          refusal={refusal}
          onNext={goOn}
          onCancel={onCancel}
        />
      )}
    </FormProvider>
  );
}
