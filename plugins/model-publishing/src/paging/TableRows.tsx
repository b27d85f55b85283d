import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { Column } from './Column';
import { SortableHeader } from './SortableHeader';
import { Sorting } from './Sorting';

/** A usual laptop; Material UI knows no step between 1280 and 1920. */
const WIDE_PX = 1440;

const useStyles = makeStyles(theme => ({
  // Backstage's theme breaks words anywhere, which tears short names apart beside long texts.
  cell: {
    wordBreak: 'normal',
    overflowWrap: 'break-word',
    lineHeight: 1.4,
    padding: theme.spacing(1.5),
    '&:first-child': { paddingLeft: theme.spacing(3) },
  },
  fromMd: { [theme.breakpoints.down('sm')]: { display: 'none' } },
  fromLg: { [theme.breakpoints.down('md')]: { display: 'none' } },
  fromXl: { [theme.breakpoints.down(WIDE_PX)]: { display: 'none' } },
}));

// Without the role, Material UI would call it a cell.
const ROW_HEADER = {
  component: 'th',
  scope: 'row',
  role: 'rowheader',
} as const;

export interface TableRowsProps<Row extends { id: string }> {
  /** Id of the element that names the table. */
  titleId: string;
  columns: Column<Row>[];
  rows: Row[];
  isBusy: boolean;
  sorting?: Sorting;
}

/** Head and rows of a table. What does not fit is scrolled to, by keyboard too. */
export function TableRows<Row extends { id: string }>({
  titleId,
  columns,
  rows,
  isBusy,
  sorting,
}: TableRowsProps<Row>) {
  const classes = useStyles();
  const visibility = {
    md: classes.fromMd,
    lg: classes.fromLg,
    xl: classes.fromXl,
  };
  const classOf = ({ hideBelow }: Column<Row>) =>
    hideBelow ? `${classes.cell} ${visibility[hideBelow]}` : classes.cell;
  return (
    <TableContainer tabIndex={0} role="region" aria-labelledby={titleId}>
      <Table aria-labelledby={titleId} aria-busy={isBusy}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <SortableHeader
                key={column.title}
                column={column}
                sorting={sorting}
                className={classOf(column)}
              />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.id}>
              {columns.map((column, index) => (
                <TableCell
                  key={column.title}
                  {...(index === 0 && ROW_HEADER)}
                  align={column.align}
                  className={classOf(column)}
                  style={{ minWidth: column.minWidth }}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
