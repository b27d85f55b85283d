import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    // A chart needs some room to be read; on a phone it gets all there is.
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))',
    marginBottom: theme.spacing(2),
    // Otherwise charts keep a column as wide as they once were.
    '& > *': { minWidth: 0 },
  },
}));

/** Panels beside each other, as many as there is room for. */
export function UsageGrid({ children }: PropsWithChildren<{}>) {
  const classes = useStyles();
  return <div className={classes.root}>{children}</div>;
}
