import { accessReasonSchema } from '@inference-portal/plugin-model-publishing-common';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useTexts } from '../translation/useTexts';

export interface ReasonFieldProps {
  label: string;
  text: string;
  onType(text: string): void;
  required?: boolean;
  disabled: boolean;
}

/** Whether a reason can be sent; spaces around it do not count. */
export function isReason(text: string, required = false): boolean {
  return (
    accessReasonSchema.safeParse(text).success || (!required && !text.trim())
  );
}

/** A few words to the people on the other side of a request. */
export function ReasonField({
  label,
  text,
  onType,
  required = false,
  disabled,
}: ReasonFieldProps) {
  const t = useTexts();
  const isWrong = !isReason(text);
  return (
    <TextField
      id={useId()}
      label={label}
      value={text}
      onChange={event => onType(event.target.value)}
      required={required}
      disabled={disabled}
      error={isWrong}
      helperText={isWrong && t('requests.tooLong')}
      fullWidth
      multiline
      minRows={3}
      margin="normal"
      variant="outlined"
    />
  );
}
