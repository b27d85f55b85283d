import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), height: '100%' },
}));

/** One part of the console, with its name. */
export function ConsolePane({
  title,
  children,
}: PropsWithChildren<{ title: string }>) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper className={classes.root} component="section" aria-labelledby={id}>
      <Typography id={id} variant="h6" component="h2" gutterBottom>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}
