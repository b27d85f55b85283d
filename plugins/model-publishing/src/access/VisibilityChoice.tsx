import { Visibility } from '@inference-portal/plugin-model-publishing-common';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', marginBottom: theme.spacing(1) },
  help: { margin: theme.spacing(-1, 0, 1, 4) },
}));

export interface VisibilityChoiceProps {
  value: Visibility;
  options: readonly Visibility[];
  onChoose(visibility: Visibility): void;
  disabled: boolean;
}

/** Each visibility with what it means. */
export function VisibilityChoice({
  value,
  options,
  onChoose,
  disabled,
}: VisibilityChoiceProps) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  return (
    <FormControl
      component="fieldset"
      className={classes.root}
      disabled={disabled}
    >
      <FormLabel component="legend">{t('access.visibility.options')}</FormLabel>
      <RadioGroup value={value}>
        {options.map(option => (
          <div key={option}>
            <FormControlLabel
              value={option}
              control={
                <Radio
                  color="primary"
                  onChange={() => onChoose(option)}
                  inputProps={{ 'aria-describedby': `${id}-${option}` }}
                />
              }
              label={t(`access.visibility.${option}`)}
            />
            <FormHelperText
              id={`${id}-${option}`}
              className={classes.help}
              disabled={false}
            >
              {t(`access.visibility.${option}Help`)}
            </FormHelperText>
          </div>
        ))}
      </RadioGroup>
    </FormControl>
  );
}
