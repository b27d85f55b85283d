import { Table, TableColumn } from '@backstage/core-components';
import { ReactNode } from 'react';
import { useTexts } from '../translation/useTexts';
import { CursorPages, PAGE_SIZES } from './useCursorPages';

export interface PagedTableProps<Row extends { id: string }> {
  title: string;
  columns: TableColumn<Row>[];
  rows: Row[];
  totalItems: number;
  nextCursor?: string;
  pages: CursorPages;
  isLoading: boolean;
  emptyContent: ReactNode;
}

/** A table over a list that the backend hands out page by page. */
export function PagedTable<Row extends { id: string }>({
  title,
  columns,
  rows,
  totalItems,
  nextCursor,
  pages,
  isLoading,
  emptyContent,
}: PagedTableProps<Row>) {
  const t = useTexts();
  return (
    <Table<Row>
      title={title}
      columns={columns}
      data={rows}
      isLoading={isLoading}
      emptyContent={emptyContent}
      totalCount={totalItems}
      page={pages.page}
      onPageChange={page => pages.goTo(page, nextCursor)}
      onRowsPerPageChange={pages.resize}
      localization={{
        pagination: {
          labelRowsSelect: t('table.rowsPerPage'),
          labelRowsPerPage: t('table.rowsPerPage'),
          previousAriaLabel: t('table.previous'),
          previousTooltip: t('table.previous'),
          nextAriaLabel: t('table.next'),
          nextTooltip: t('table.next'),
        },
      }}
      options={{
        search: false,
        sorting: false,
        draggable: false,
        paging: totalItems > pages.request.limit || pages.page > 0,
        pageSize: pages.request.limit,
        pageSizeOptions: PAGE_SIZES,
        // A cursor leads to the next page only, so there is no way to jump to the last one.
        showFirstLastPageButtons: false,
        emptyRowsWhenPaging: false,
      }}
    />
  );
}
