import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { Column, SortOption } from './Column';
import { Sorting } from './Sorting';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    [theme.breakpoints.up('md')]: { whiteSpace: 'nowrap' },
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  separator: { margin: theme.spacing(0, 0.5), opacity: 0.6 },
  label: { verticalAlign: 'baseline' },
}));

const ARIA_ORDERS = { asc: 'ascending', desc: 'descending' } as const;

export interface SortableHeaderProps {
  column: Pick<
    Column<never>,
    'title' | 'align' | 'sort' | 'moreSorts' | 'hideTitle'
  >;
  /** None: the table cannot be sorted. */
  sorting: Sorting | undefined;
  className?: string;
}

/** The title of a column, with a button for each thing that its column can be sorted by. */
export function SortableHeader({
  column: { title, align, sort, moreSorts = [], hideTitle },
  sorting,
  className,
}: SortableHeaderProps) {
  const classes = useStyles();
  const options: SortOption[] = sort ? [{ by: sort, title }, ...moreSorts] : [];
  const isSorted = options.some(({ by }) => by === sorting?.by);
  return (
    <TableCell
      align={align}
      className={`${className ?? ''} ${classes.root}`}
      scope="col"
      aria-sort={isSorted && sorting ? ARIA_ORDERS[sorting.order] : undefined}
    >
      {sorting && options.length > 0 ? (
        options.map((option, index) => (
          <Fragment key={option.by}>
            {index > 0 && (
              <span className={classes.separator} aria-hidden="true">
                /
              </span>
            )}
            <TableSortLabel
              className={classes.label}
              active={option.by === sorting.by}
              direction={option.by === sorting.by ? sorting.order : 'asc'}
              onClick={() => sorting.sortBy(option.by)}
            >
              {option.title}
            </TableSortLabel>
          </Fragment>
        ))
      ) : (
        <span className={hideTitle ? classes.hidden : undefined}>{title}</span>
      )}
    </TableCell>
  );
}
