import Button from '@material-ui/core/Button';
import { useTexts } from '../translation/useTexts';

export interface FormActionsProps {
  /** Id of the form that is submitted. */
  formId: string;
  /** What submitting does, in a word. */
  submit: string;
  canSubmit: boolean;
  isPending: boolean;
  /** Whether something is taken away for good. */
  isRemoval?: boolean;
  onClose(): void;
}

/** The buttons below a form in a dialog. */
export function FormActions({
  formId,
  submit,
  canSubmit,
  isPending,
  isRemoval = false,
  onClose,
}: FormActionsProps) {
  const t = useTexts();
  return (
    <>
      <Button onClick={onClose} disabled={isPending}>
        {t('dialog.cancel')}
      </Button>
      <Button
        type="submit"
        form={formId}
        color={isRemoval ? 'secondary' : 'primary'}
        variant="contained"
        disabled={!canSubmit || isPending}
      >
        {submit}
      </Button>
    </>
  );
}
