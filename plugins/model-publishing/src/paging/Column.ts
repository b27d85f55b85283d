import { ReactNode } from 'react';

/** One column of a table: its title, and what it shows of a row. */
export interface Column<Row> {
  title: string;
  cell(row: Row): ReactNode;
  align?: 'right';
}
