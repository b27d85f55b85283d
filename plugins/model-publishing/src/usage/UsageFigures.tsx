import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: theme.spacing(0, 0, 2),
  },
  // The name is read before its value, and stands below it.
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
}));

export interface UsageFigure {
  name: string;
  value: ReactNode;
}

/** A few numbers that must be seen at a glance. */
export function UsageFigures({ figures }: { figures: UsageFigure[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {figures.map(({ name, value }) => (
        <div key={name} className={classes.figure}>
          {/* Secondary text has too little contrast on the background of a page. */}
          <Typography variant="caption" component="dt">
            {name}
          </Typography>
          <Typography variant="h6" component="dd" className={classes.value}>
            {value}
          </Typography>
        </div>
      ))}
    </dl>
  );
}
