import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Toolbar from '@material-ui/core/Toolbar';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { useTexts } from '../translation/useTexts';
import { Column } from './Column';
import { PageControls } from './PageControls';
import { CursorPages } from './useCursorPages';

const useStyles = makeStyles({
  // Backstage's theme breaks words anywhere, which tears short names apart beside long texts.
  cell: { wordBreak: 'normal', overflowWrap: 'break-word' },
});

/** One page of a list, as the backend answers it. */
export interface PageAnswer<Row> {
  items: Row[];
  totalItems: number;
  nextCursor?: string;
}

export interface PagedTableProps<Row extends { id: string }> {
  title: string;
  columns: Column<Row>[];
  /** Absent while it is loading. */
  answer: PageAnswer<Row> | undefined;
  /** Whether the answer is still that of the page before. */
  isTurning: boolean;
  pages: CursorPages;
  /** In the place of a table without rows. */
  empty: ReactNode;
}

/** A table over a list that the backend hands out page by page. */
export function PagedTable<Row extends { id: string }>({
  title,
  columns,
  answer,
  isTurning,
  pages,
  empty,
}: PagedTableProps<Row>) {
  const t = useTexts();
  const id = useId();
  const classes = useStyles();
  const isBusy = !answer || isTurning;
  if (answer?.totalItems === 0) {
    return <>{empty}</>;
  }
  return (
    <Paper>
      <Toolbar>
        <Typography id={id} variant="h5" component="h2">
          {title}
        </Typography>
      </Toolbar>
      {isBusy && <LinearProgress aria-label={t('table.loading')} />}
      <TableContainer>
        <Table aria-labelledby={id} aria-busy={isBusy}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell
                  key={column.title}
                  align={column.align}
                  className={classes.cell}
                  scope="col"
                >
                  {column.title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {answer?.items.map(row => (
              <TableRow key={row.id}>
                {columns.map(column => (
                  <TableCell
                    key={column.title}
                    align={column.align}
                    className={classes.cell}
                  >
                    {column.cell(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {answer && (
        <PageControls
          totalItems={answer.totalItems}
          // The page before names the cursor of this page, which is not the next one.
          nextCursor={isTurning ? undefined : answer.nextCursor}
          pages={pages}
        />
      )}
    </Paper>
  );
}
