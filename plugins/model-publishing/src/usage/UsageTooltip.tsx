import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';
import { SeriesSwatch } from './SeriesSwatch';
import { isUnknown, UsageRow, UsageTable } from './usageTable';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
}));

export interface UsageTooltipProps {
  /** How the span is called. */
  title: string;
  row: UsageRow;
  columns: UsageTable['columns'];
}

/** The values of one span; screen readers say them when the keyboard moves to it. */
export function UsageTooltip({ title, row, columns }: UsageTooltipProps) {
  const t = useTexts();
  const classes = useStyles();
  const formats = useFormats();
  return (
    <Paper className={classes.root} elevation={3} role="status">
      <Typography variant="subtitle2" component="p">
        {title}
      </Typography>
      {isUnknown(row)
        ? t('usageOverTime.unknownSpan')
        : columns.map(({ id, label, look }) => (
            <Typography key={id} variant="body2" className={classes.entry}>
              <SeriesSwatch look={look} />
              {label}: {formats.number(row.values[id] ?? 0)}
            </Typography>
          ))}
    </Paper>
  );
}
