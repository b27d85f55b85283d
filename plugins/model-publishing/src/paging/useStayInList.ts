import { ResponseError } from '@backstage/errors';
import { useEffect } from 'react';
import { CursorPages } from './CursorPages';

/**
 * Goes back where a page cannot be shown: the last row of the last page can go while it is looked at, and the cursor of
 * an old address can be one that the backend does not take any more.
 */
export function useStayInList(
  pages: CursorPages,
  { data, error }: { data?: { items: unknown[] }; error: Error | null },
) {
  const isBeyondEnd = data?.items.length === 0 && pages.page > 0;
  const isRefused =
    pages.page > 0 && ResponseError.is(error) && error.statusCode === 400;
  useEffect(() => {
    if (isRefused) {
      pages.goTo(0);
    } else if (isBeyondEnd) {
      pages.goTo(pages.page - 1);
    }
  }, [isBeyondEnd, isRefused, pages]);
}
