import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2, 3), marginBottom: theme.spacing(3) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
  title: { margin: 0 },
}));

export interface SectionProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
}

/** One part of a tab with its heading. */
export function Section({
  title,
  actions,
  children,
}: PropsWithChildren<SectionProps>) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <Typography
          id={id}
          variant="h6"
          component="h3"
          className={classes.title}
        >
          {title}
        </Typography>
        {actions}
      </div>
      {children}
    </Paper>
  );
}
