/** What the backend needs to know of a page. */
export interface PageRequest {
  limit: number;
  cursor?: string;
}

/** Where in a list a table stands, and the ways to other pages; each page names the cursor of the next one. */
export interface CursorPages {
  /** Counted from 0. */
  page: number;
  request: PageRequest;
  /** Goes one page on or any number of pages back. */
  goTo(target: number, nextCursor?: string): void;
  /** Begins anew with another number of rows. */
  resize(size: number): void;
}

export const PAGE_SIZES = [20, 50, 100];
export const PAGE_SIZE = 20;
