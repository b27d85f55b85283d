import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

export interface TextInputProps {
  label: string;
  value: string;
  onEdit(value: string): void;
  disabled: boolean;
  problem?: string;
  help?: string;
  required?: boolean;
  numeric?: boolean;
}

/** A line of text outside of a form of react-hook-form, with what is wrong with it, or else its help, below it. */
export function TextInput({
  label,
  value,
  onEdit,
  disabled,
  problem,
  help,
  required,
  numeric,
}: TextInputProps) {
  const id = useId();
  const classes = useProblemStyles();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onEdit(event.target.value)}
      disabled={disabled}
      required={required}
      error={Boolean(problem)}
      helperText={
        (problem || help) && <FieldHelp problem={problem} help={help} />
      }
      FormHelperTextProps={{ 'aria-live': 'polite', className: classes.text }}
      InputLabelProps={{ shrink: true, className: classes.text }}
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
