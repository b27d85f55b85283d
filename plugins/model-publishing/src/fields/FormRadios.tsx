import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { FieldPath, FieldValues, useController } from 'react-hook-form';
import { FieldHelp } from './FieldHelp';
import { useProblemStyles } from './useProblemStyles';

const useStyles = makeStyles(theme => ({
  // Under the label, beside the round button.
  explanation: { margin: theme.spacing(-0.5, 0, 0.5, 3.5) },
}));

export interface RadioOption {
  value: string;
  label: string;
  /** What choosing it means. */
  explanation: string;
}

export interface FormRadiosProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  options: RadioOption[];
  /** Called after the choice is in the form. */
  onChosen?(value: string): void;
}

/** One of a few values in a form, each with an explanation. */
export function FormRadios<Values extends FieldValues>({
  name,
  label,
  options,
  onChosen,
}: FormRadiosProps<Values>) {
  const id = useId();
  const classes = useStyles();
  const problem = useProblemStyles();
  const {
    field: { ref, onChange, ...field },
    fieldState: { error },
  } = useController<Values>({ name });
  return (
    <FormControl
      component="fieldset"
      margin="dense"
      error={Boolean(error)}
      aria-describedby={error ? `${id}-problem` : undefined}
    >
      <FormLabel component="legend" className={problem.text}>
        {label}
      </FormLabel>
      <RadioGroup
        {...field}
        aria-label={label}
        onChange={(event, value) => {
          onChange(event);
          onChosen?.(value);
        }}
      >
        {options.map((option, index) => (
          <div key={option.value}>
            <FormControlLabel
              value={option.value}
              label={option.label}
              control={
                <Radio
                  color="primary"
                  size="small"
                  inputRef={index === 0 ? ref : undefined}
                  inputProps={{
                    'aria-describedby': `${id}-${option.value}`,
                  }}
                />
              }
            />
            <Typography
              id={`${id}-${option.value}`}
              className={classes.explanation}
              variant="body2"
              color="textSecondary"
            >
              {option.explanation}
            </Typography>
          </div>
        ))}
      </RadioGroup>
      {error?.message && (
        <FormHelperText
          id={`${id}-problem`}
          className={problem.text}
          aria-live="polite"
        >
          <FieldHelp problem={error.message} />
        </FormHelperText>
      )}
    </FormControl>
  );
}
