import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { ScrollableText } from '../feedback/ScrollableText';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  text: {
    margin: 0,
    padding: theme.spacing(1),
    maxHeight: 480,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: ({ isCode }: { isCode: boolean }) =>
      isCode ? 'monospace' : theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
  },
}));

export interface BodyTextProps {
  label: string;
  text: string;
  isCode?: boolean;
}

/** A text of any length, which the keyboard can scroll, and a button that copies it. */
export function BodyText({ label, text, isCode = false }: BodyTextProps) {
  const classes = useStyles({ isCode });
  const t = useTexts();
  const id = useId();
  return (
    <div>
      <div className={classes.head}>
        <Typography id={id} variant="body2">
          {label}
        </Typography>
        <CopyTextButton
          text={text}
          aria-label={t('console.copyBody')}
          tooltipText={t('copy.copied')}
          variant="tertiary"
        />
      </div>
      <ScrollableText className={classes.text} labelledBy={id}>
        {text}
      </ScrollableText>
    </div>
  );
}
