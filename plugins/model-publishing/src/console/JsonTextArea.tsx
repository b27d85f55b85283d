import { makeStyles } from '@material-ui/core/styles';
import { isSubmitKey } from './isSubmitKey';
import type { JsonInputProps } from './JsonField';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    width: '100%',
    minHeight: 240,
    boxSizing: 'border-box',
    padding: theme.spacing(1),
    border: 0,
    outline: 'none',
    resize: 'vertical',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
  },
}));

/** A plain field for JSON. */
export function JsonTextArea({
  labelledBy,
  describedBy,
  value,
  invalid,
  onChange,
  onSubmit,
}: JsonInputProps) {
  const classes = useStyles();
  return (
    <textarea
      className={classes.root}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      spellCheck={false}
      value={value}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (isSubmitKey(event)) {
          event.preventDefault();
          onSubmit();
        }
      }}
    />
  );
}
