import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  text: {
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  block: {
    flexGrow: 1,
    whiteSpace: 'pre-wrap',
    padding: theme.spacing(1),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

export interface CopyableTextProps {
  text: string;
  /** What the copy button does, for those who do not see what it stands beside. */
  copyLabel: string;
  /** Set off as a block, for what is long or important. */
  block?: boolean;
}

/** A text to be used elsewhere, with a button that copies it. */
export function CopyableText({ text, copyLabel, block }: CopyableTextProps) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <code
        className={block ? `${classes.text} ${classes.block}` : classes.text}
      >
        {text}
      </code>
      <CopyTextButton
        text={text}
        aria-label={copyLabel}
        tooltipText={t('copy.copied')}
        variant="tertiary"
      />
    </div>
  );
}
