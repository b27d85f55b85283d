import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2, 3), marginBottom: theme.spacing(3) },
}));

/** One question about access, with its heading. */
export function AccessSection({
  title,
  children,
}: PropsWithChildren<{ title: string }>) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <Typography id={id} variant="h6" component="h3" gutterBottom>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}
