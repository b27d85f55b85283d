import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import { useId } from 'react';
import { FieldPath, FieldValues, useController } from 'react-hook-form';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

export interface FormSwitchProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  /** What it means as it stands. */
  help: string;
}

/** Something in a form that is so or not. */
export function FormSwitch<Values extends FieldValues>({
  name,
  label,
  help,
}: FormSwitchProps<Values>) {
  const id = useId();
  const problem = useProblemStyles();
  const {
    field: { ref, value, ...field },
    fieldState: { error },
  } = useController<Values>({ name });
  return (
    <>
      <FormControlLabel
        label={label}
        control={
          <Switch
            {...field}
            checked={value}
            inputRef={ref}
            color="primary"
            inputProps={{ 'aria-describedby': id }}
          />
        }
      />
      <FormHelperText
        id={id}
        className={problem.text}
        error={Boolean(error)}
        aria-live="polite"
      >
        <FieldHelp problem={error?.message} help={help} />
      </FormHelperText>
    </>
  );
}
