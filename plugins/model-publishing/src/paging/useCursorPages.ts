import { useState } from 'react';

/** What the backend needs to know of a page. */
export interface PageRequest {
  limit: number;
  cursor?: string;
}

const PAGE_SIZE = 20;
export const PAGE_SIZES = [20, 50, 100];

interface Position {
  limit: number;
  /** Cursors of all pages up to the one that is shown; the first page has none. */
  cursors: Array<string | undefined>;
}

const firstPage = (limit: number): Position => ({
  limit,
  cursors: [undefined],
});

/** Walks through a list page by page, where each page names the cursor of the next one. */
export function useCursorPages() {
  const [{ limit, cursors }, setPosition] = useState(firstPage(PAGE_SIZE));
  const page = cursors.length - 1;
  const cursor = cursors[page];
  const request: PageRequest = { limit, ...(cursor && { cursor }) };
  return {
    page,
    request,
    /** Goes one page on or any number of pages back. */
    goTo(target: number, nextCursor?: string) {
      setPosition({
        limit,
        cursors:
          target > page && nextCursor
            ? [...cursors, nextCursor]
            : cursors.slice(0, Math.max(target, 0) + 1),
      });
    },
    resize(size: number) {
      setPosition(firstPage(size));
    },
  };
}

export type CursorPages = ReturnType<typeof useCursorPages>;
