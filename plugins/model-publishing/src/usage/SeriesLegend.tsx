import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useFormats } from '../formats/useFormats';
import { SeriesSwatch } from './SeriesSwatch';
import { UsageTable } from './usageTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  entry: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
}));

/** What is drawn how, and how much of it there was in the whole time. */
export function SeriesLegend({ columns }: Pick<UsageTable, 'columns'>) {
  const classes = useStyles();
  const formats = useFormats();
  return (
    <ul className={classes.root}>
      {columns.map(({ id, label, look, total }) => (
        <li key={id} className={classes.entry}>
          <SeriesSwatch look={look} />
          <Typography variant="body2">
            {label}: {formats.number(total)}
          </Typography>
        </li>
      ))}
    </ul>
  );
}
