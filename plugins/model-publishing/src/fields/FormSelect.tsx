import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { FieldPath, FieldValues, useController } from 'react-hook-form';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

export interface SelectOption {
  value: string;
  label: string;
}

export interface FormSelectProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  options: SelectOption[];
  help?: string;
  /** Called after the choice is in the form. */
  onChosen?(value: string): void;
}

/** One of several values in a form. The platform's own control, which every keyboard and screen reader knows. */
export function FormSelect<Values extends FieldValues>({
  name,
  label,
  options,
  help,
  onChosen,
}: FormSelectProps<Values>) {
  const id = useId();
  const classes = useProblemStyles();
  const {
    field: { ref, onChange, ...field },
    fieldState: { error },
  } = useController<Values>({ name });
  return (
    <TextField
      {...field}
      id={id}
      inputRef={ref}
      onChange={event => {
        onChange(event);
        onChosen?.(event.target.value);
      }}
      label={label}
      error={Boolean(error)}
      helperText={
        (error || help) && <FieldHelp problem={error?.message} help={help} />
      }
      FormHelperTextProps={{ 'aria-live': 'polite', className: classes.text }}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, className: classes.text }}
      inputProps={{ 'aria-invalid': Boolean(error) }}
      fullWidth
      margin="dense"
      variant="outlined"
    >
      {withPresent(options, field.value).map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

/** A value that is not on offer any more is shown as it is, instead of something else in its place. */
function withPresent(options: SelectOption[], value: string): SelectOption[] {
  return options.some(option => option.value === value)
    ? options
    : [{ value, label: value }, ...options];
}
