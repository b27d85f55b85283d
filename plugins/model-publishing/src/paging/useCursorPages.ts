import { useState } from 'react';
import { CursorPages, PAGE_SIZE } from './CursorPages';

interface Position {
  limit: number;
  /** Cursors of all pages up to the one that is shown; the first page has none. */
  cursors: Array<string | undefined>;
}

const firstPage = (limit: number): Position => ({
  limit,
  cursors: [undefined],
});

/** Pages of a list that is part of a page, so that its place is forgotten with it; `useListState` remembers it. */
export function useCursorPages(): CursorPages {
  const [{ limit, cursors }, setPosition] = useState(firstPage(PAGE_SIZE));
  const page = cursors.length - 1;
  const cursor = cursors[page];
  return {
    page,
    request: { limit, ...(cursor && { cursor }) },
    goTo(target, nextCursor) {
      setPosition({
        limit,
        cursors:
          target > page && nextCursor
            ? [...cursors, nextCursor]
            : cursors.slice(0, Math.max(target, 0) + 1),
      });
    },
    resize(size) {
      setPosition(firstPage(size));
    },
  };
}
