import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { FieldPath, FieldValues, useController } from 'react-hook-form';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

export interface FormTextProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  /** Stands below the field while nothing is wrong with it. */
  help?: string;
  placeholder?: string;
  required?: boolean;
  numeric?: boolean;
  disabled?: boolean;
  /** What follows the typed text and belongs to the value. */
  suffix?: string;
}

/** A line of text in a form, with what is wrong with it, or else its help, below it. */
export function FormText<Values extends FieldValues>({
  name,
  label,
  help,
  placeholder,
  required,
  numeric,
  disabled,
  suffix,
}: FormTextProps<Values>) {
  const id = useId();
  const classes = useProblemStyles();
  const {
    field: { ref, ...field },
    fieldState: { error },
  } = useController<Values>({ name });
  return (
    <TextField
      {...field}
      id={id}
      inputRef={ref}
      label={label}
      required={required}
      disabled={disabled}
      error={Boolean(error)}
      helperText={
        (error || help) && <FieldHelp problem={error?.message} help={help} />
      }
      FormHelperTextProps={{ 'aria-live': 'polite', className: classes.text }}
      placeholder={placeholder}
      // Without it the label would lie on the placeholder and hide it.
      InputLabelProps={{ shrink: true, className: classes.text }}
      InputProps={{
        endAdornment: suffix && (
          <InputAdornment position="end">{suffix}</InputAdornment>
        ),
      }}
      inputProps={{
        spellCheck: false,
        autoCapitalize: 'none',
        'aria-invalid': Boolean(error),
        ...(numeric && { inputMode: 'numeric' }),
      }}
      autoComplete="off"
      fullWidth
      margin="dense"
      variant="outlined"
    />
  );
}
