import { ReactNode } from 'react';

/** Something that the backend can sort a list by. */
export interface SortOption {
  by: string;
  title: string;
}

/** One column of a table: its title, and what it shows of a row. The first column names the row. */
export interface Column<Row> {
  title: string;
  cell(row: Row): ReactNode;
  align?: 'right';
  /** What the backend sorts by when the title is pressed; none: the column cannot be sorted. */
  sort?: string;
  /** What else is shown in the column and can be sorted by. */
  moreSorts?: SortOption[];
  /** Left out on narrower screens: `md` is 960 px, `lg` 1280 px, `xl` 1440 px. Only for what is found elsewhere too. */
  hideBelow?: 'md' | 'lg' | 'xl';
  /** In pixels; without it, the longest word decides. */
  minWidth?: number;
  /** Whether the title is for screen readers alone, because what is in the column speaks for itself. */
  hideTitle?: boolean;
}
