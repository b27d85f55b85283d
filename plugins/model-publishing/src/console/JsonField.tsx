import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import Typography from '@material-ui/core/Typography';
import { lazy, Suspense, useId, useRef } from 'react';
import { JsonTextArea } from './JsonTextArea';

/** What edits JSON text, in whichever way. */
export interface JsonInputProps {
  /** Id of the element that names it. */
  labelledBy: string;
  /** Ids of the elements that say more. */
  describedBy: string;
  value: string;
  invalid: boolean;
  takesFocus?: boolean;
  onChange(value: string): void;
  /** By the keyboard. */
  onSubmit(): void;
}

/** The editor is large, so it comes when it is needed; where it cannot be had, the plain field does as well. */
const JsonEditor = lazy(() =>
  import('./JsonEditor').then(
    m => ({ default: m.JsonEditor }),
    () => ({ default: JsonTextArea }),
  ),
);

const useStyles = makeStyles(theme => ({
  input: {
    marginTop: theme.spacing(0.5),
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: theme.shape.borderRadius,
    overflow: 'hidden',
    '&:focus-within': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 1,
    },
  },
  // Red letters of this size would be hard to read.
  problem: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0 },
}));

export interface JsonFieldProps {
  label: string;
  help: string[];
  /** What is wrong with the text. */
  problem: string | undefined;
  value: string;
  onChange(value: string): void;
  onSubmit(): void;
}

/** A field for JSON, with its name, help and what is wrong with it. */
export function JsonField({ label, help, problem, ...input }: JsonFieldProps) {
  const classes = useStyles();
  const id = useId();
  // The focus must not get lost when the editor takes the place of the plain field.
  const hasFocus = useRef(false);
  const common = {
    ...input,
    labelledBy: `${id}-label`,
    describedBy: `${id}-help ${id}-problem`,
    invalid: problem !== undefined,
  };
  return (
    <div>
      <Typography id={common.labelledBy} variant="body2">
        {label}
      </Typography>
      <div
        className={classes.input}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        <Suspense fallback={<JsonTextArea {...common} />}>
          <EditorWithFocus {...common} hasFocus={hasFocus} />
        </Suspense>
      </div>
      <div id={`${id}-help`}>
        {help.map(line => (
          <FormHelperText key={line}>{line}</FormHelperText>
        ))}
      </div>
      <div id={`${id}-problem`} role="alert">
        {problem && (
          <FormHelperText className={classes.problem}>
            <ErrorOutline
              className={classes.icon}
              color="error"
              fontSize="small"
              aria-hidden="true"
            />
            {problem}
          </FormHelperText>
        )}
      </div>
    </div>
  );
}

function EditorWithFocus({
  hasFocus,
  ...props
}: JsonInputProps & { hasFocus: { current: boolean } }) {
  const hadFocus = useRef(hasFocus.current);
  return <JsonEditor {...props} takesFocus={hadFocus.current} />;
}
