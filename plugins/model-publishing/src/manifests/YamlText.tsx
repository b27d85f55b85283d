import { makeStyles } from '@material-ui/core/styles';
import { ScrollableText } from '../feedback/ScrollableText';
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
    <ScrollableText className={classes.root} label={t('manifests.yaml')}>
      {text}
    </ScrollableText>
  );
}
