import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    padding: theme.spacing(2),
    overflow: 'auto',
    fontSize: theme.typography.body2.fontSize,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/**
 * YAML as it is. Not by Backstage's CodeSnippet: the colours of its words and line numbers have too little contrast in
 * either theme (WCAG 1.4.3).
 */
export function YamlText({ text }: { text: string }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <pre
      className={classes.root}
      role="region"
      aria-label={t('manifests.yaml')}
      // What can be scrolled has to be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {text}
    </pre>
  );
}
