import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Toolbar from '@material-ui/core/Toolbar';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { useTexts } from '../translation/useTexts';
import { Column } from './Column';
import { CursorPages } from './CursorPages';
import { PageControls } from './PageControls';
import { Sorting } from './Sorting';
import { TableRows } from './TableRows';

const useStyles = makeStyles(theme => ({
  title: { flexGrow: 1 },
  toolbar: { gap: theme.spacing(2), flexWrap: 'wrap' },
}));

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
  sorting?: Sorting;
  /** Above the rows; it stays when there are none. */
  filters?: ReactNode;
  /** While the list is narrowed: in the place of rows when there are none. */
  nothingFound?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
}

/** A table over a list that the backend hands out page by page. */
export function PagedTable<Row extends { id: string }>({
  title,
  columns,
  answer,
  isTurning,
  pages,
  empty,
  sorting,
  filters,
  nothingFound,
  actions,
}: PagedTableProps<Row>) {
  const t = useTexts();
  const id = useId();
  const classes = useStyles();
  const isBusy = !answer || isTurning;
  const isEmpty = answer?.totalItems === 0;
  if (isEmpty && !nothingFound) {
    return <>{empty}</>;
  }
  return (
    <Paper>
      <Toolbar className={classes.toolbar}>
        <Typography
          id={id}
          className={classes.title}
          variant="h5"
          component="h2"
        >
          {title}
        </Typography>
        {actions}
      </Toolbar>
      {filters}
      {isBusy && <LinearProgress aria-label={t('table.loading')} />}
      {isEmpty ? (
        <div role="status">{nothingFound}</div>
      ) : (
        <TableRows
          titleId={id}
          columns={columns}
          rows={answer?.items ?? []}
          isBusy={isBusy}
          sorting={sorting}
        />
      )}
      {answer && !isEmpty && (
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
