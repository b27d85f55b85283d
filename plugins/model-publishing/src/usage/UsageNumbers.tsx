import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';
import { spanTexts } from './spanTexts';
import { UsageTable } from './usageTable';

const useStyles = makeStyles(theme => ({
  root: { overflow: 'auto' },
  table: {
    ...theme.typography.body2,
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'right',
      fontWeight: 'inherit',
    },
    '& th:first-child': { textAlign: 'left', whiteSpace: 'nowrap' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      backgroundColor: theme.palette.background.paper,
      fontWeight: theme.typography.fontWeightBold,
    },
    '& tfoot': { fontWeight: theme.typography.fontWeightBold },
  },
}));

export interface UsageNumbersProps {
  table: UsageTable;
  label: string;
  /** The most room it takes, in pixels; the rest is scrolled to. */
  height: number;
}

/** What a chart shows, in numbers, the newest first. Plain cells, because there can be thousands of them. */
export function UsageNumbers({ table, label, height }: UsageNumbersProps) {
  const t = useTexts();
  const classes = useStyles();
  const formats = useFormats();
  const { columns, rows } = table;
  const texts = spanTexts(formats, table);
  return (
    <div
      className={classes.root}
      style={{ maxHeight: height }}
      role="group"
      aria-label={label}
      // Who has no mouse must be able to scroll.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t(`usageOverTime.step.${table.step}`)}</th>
            {columns.map(({ id, label: name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map(({ start, values }) => (
            <tr key={start}>
              <th scope="row">
                <time dateTime={start}>{texts.full(start)}</time>
              </th>
              {columns.map(({ id }) => (
                <td key={id}>
                  {values[id] === null || values[id] === undefined
                    ? t('usage.notKnown')
                    : formats.number(values[id])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('usageOverTime.total')}</th>
            {columns.map(({ id, total }) => (
              <td key={id}>{formats.number(total)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
