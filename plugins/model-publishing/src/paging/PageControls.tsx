import TablePagination from '@material-ui/core/TablePagination';
import { useTexts } from '../translation/useTexts';
import { CursorPages, PAGE_SIZES } from './CursorPages';

export interface PageControlsProps {
  totalItems: number;
  /** Absent on the last page, and while it is not known yet. */
  nextCursor: string | undefined;
  pages: CursorPages;
}

/** Where in a list the page stands, with the ways to the pages beside it. */
export function PageControls({
  totalItems,
  nextCursor,
  pages,
}: PageControlsProps) {
  const t = useTexts();
  const lastPage = Math.max(Math.ceil(totalItems / pages.request.limit) - 1, 0);
  return (
    <TablePagination
      component="div"
      count={totalItems}
      // A list can become shorter than the pages that were walked through.
      page={Math.min(pages.page, lastPage)}
      rowsPerPage={pages.request.limit}
      rowsPerPageOptions={PAGE_SIZES}
      onPageChange={(_, page) => pages.goTo(page, nextCursor)}
      onRowsPerPageChange={event => pages.resize(Number(event.target.value))}
      labelRowsPerPage={t('table.rowsPerPage')}
      labelDisplayedRows={({ from, to, count }) =>
        t('table.position', {
          from: String(from),
          to: String(to),
          total: String(count),
        })
      }
      backIconButtonText={t('table.previous')}
      nextIconButtonText={t('table.next')}
      nextIconButtonProps={
        nextCursor === undefined ? { disabled: true } : undefined
      }
    />
  );
}
