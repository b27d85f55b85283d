import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

export interface ChoiceFieldProps {
  label: string;
  value: string;
  options: Array<{ value: string; label: string }>;
  onChoose(value: string): void;
  disabled: boolean;
  problem?: string;
  help?: string;
}

/** One choice outside of a form of react-hook-form; the browser's own, so that every keyboard and every phone can work it. */
export function ChoiceField({
  label,
  value,
  options,
  onChoose,
  disabled,
  problem,
  help,
}: ChoiceFieldProps) {
  const id = useId();
  const classes = useProblemStyles();
  return (
    <TextField
      id={id}
      select
      label={label}
      value={value}
      onChange={event => onChoose(event.target.value)}
      disabled={disabled}
      error={Boolean(problem)}
      helperText={
        (problem || help) && <FieldHelp problem={problem} help={help} />
      }
      FormHelperTextProps={{ 'aria-live': 'polite', className: classes.text }}
      InputLabelProps={{ shrink: true, className: classes.text }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-invalid': Boolean(problem) }}
      fullWidth
      margin="normal"
      variant="outlined"
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
