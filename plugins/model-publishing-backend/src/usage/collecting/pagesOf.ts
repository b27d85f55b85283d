/** SQLite takes 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 500;

/** Divides rows into what one statement takes. */
export function pagesOf<Row>(rows: Row[]): Row[][] {
  return Array.from(
    { length: Math.ceil(rows.length / ROWS_PER_STATEMENT) },
    (_, page) =>
      rows.slice(page * ROWS_PER_STATEMENT, (page + 1) * ROWS_PER_STATEMENT),
  );
}
