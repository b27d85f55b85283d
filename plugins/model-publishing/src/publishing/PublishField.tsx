import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { sentence } from '../fields/sentence';

export interface PublishFieldProps {
  label: string;
  value: string;
  onEdit(value: string): void;
  disabled: boolean;
  problem?: string;
  help?: string;
  placeholder?: string;
  required?: boolean;
  numeric?: boolean;
}

/** One field of the form, with what is wrong with it, or else its help, below it. */
export function PublishField({
  label,
  value,
  onEdit,
  disabled,
  problem,
  help,
  placeholder,
  required,
  numeric,
}: PublishFieldProps) {
  const id = useId();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onEdit(event.target.value)}
      disabled={disabled}
      required={required}
      error={Boolean(problem)}
      helperText={problem ? sentence(problem) : help}
      FormHelperTextProps={{ 'aria-live': 'polite' }}
      placeholder={placeholder}
      // Without it the label would lie on the placeholder and hide it.
      InputLabelProps={{ shrink: true }}
      inputProps={{
        spellCheck: false,
        autoCapitalize: 'none',
        'aria-invalid': Boolean(problem),
        ...(numeric && { inputMode: 'numeric' }),
      }}
      autoComplete="off"
      fullWidth
      margin="normal"
      variant="outlined"
    />
  );
}
