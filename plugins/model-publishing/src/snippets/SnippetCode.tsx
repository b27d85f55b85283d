import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ScrollableText } from '../feedback/ScrollableText';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative' },
  code: {
    margin: 0,
    padding: theme.spacing(1.5, 6, 1.5, 1.5),
    overflowX: 'auto',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  copy: { position: 'absolute', top: 0, right: 0 },
}));

export interface SnippetCodeProps {
  code: string;
  label: string;
  copyLabel: string;
}

/** Lines of code as they are, with a button that copies them. Long ones are scrolled to, by keyboard too. */
export function SnippetCode({ code, label, copyLabel }: SnippetCodeProps) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <ScrollableText className={classes.code} label={label}>
        <code>{code}</code>
      </ScrollableText>
      <div className={classes.copy}>
        <CopyTextButton
          text={code}
          aria-label={copyLabel}
          tooltipText={t('copy.copied')}
          variant="tertiary"
        />
      </div>
    </div>
  );
}
