import { FormEvent, PropsWithChildren, ReactNode, useId } from 'react';
import { DialogStep } from './DialogStep';
import { FormActions, FormActionsProps } from './FormActions';
import { messageOf } from './messageOf';
import { Notice } from './Notice';

export interface FormStepProps extends Omit<FormActionsProps, 'formId'> {
  title: string;
  /** What is being done while it is pending. */
  running: string;
  /** Before the usual buttons. */
  moreActions?: ReactNode;
  /** What has not worked, with the error; left out where the content itself says it. */
  failed?: string;
  error?: Error | null;
  onSubmit(): void;
}

/** A step of a dialog that asks for something. What it asks for is checked here and by the backend, not by the browser. */
export function FormStep({
  title,
  running,
  moreActions,
  failed,
  error,
  onSubmit,
  children,
  ...actions
}: PropsWithChildren<FormStepProps>) {
  const formId = useId();
  const { canSubmit, isPending } = actions;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit && !isPending) {
      onSubmit();
    }
  };
  return (
    <DialogStep
      title={title}
      running={isPending ? running : undefined}
      actions={
        <>
          {moreActions}
          <FormActions {...actions} formId={formId} />
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {children}
      </form>
      {error && (
        <Notice severity="error" title={failed}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
