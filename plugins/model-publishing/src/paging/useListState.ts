import { SortOrder } from '@inference-portal/plugin-model-publishing-common';
import { useLocation, useSearchParams } from 'react-router-dom';
import { z } from 'zod';
import { CursorPages, PAGE_SIZE, PageRequest } from './CursorPages';
import { FilterValues, ListDefinition, readListAddress } from './listAddress';
import { Sorting } from './Sorting';
import { FilterState } from './TableFilter';

/** What the backend is asked for; what is as usual is left out. */
export type ListRequest<
  Filters extends Record<string, z.ZodType<string>>,
  Sort extends string,
> = PageRequest &
  FilterValues<Filters> & { q?: string; sort?: Sort; order?: SortOrder };

/** Cursors by the number of their page, which is counted from 0. */
const trailSchema = z.object({ cursors: z.record(z.string(), z.string()) });

/**
 * The state of a list, kept in the query of the address: it can be sent to others, survives a reload, and the back
 * button undoes each step. The cursors of the pages before the one that is shown lie in the history of the browser
 * alone; without them, as in an address from somebody else, the way back leads to the first page.
 */
export function useListState<
  Filters extends Record<string, z.ZodType<string>>,
  Sort extends string,
>(definition: ListDefinition<Filters, Sort>) {
  const [params, setParams] = useSearchParams();
  const walked = trailSchema.safeParse(useLocation().state).data?.cursors;
  const address = readListAddress(params, definition);
  const { text, filters, by, order, limit, cursor, page } = address;
  const q = text.trim();
  const { defaultSort } = definition;
  const isUsual = by === defaultSort.by && order === defaultSort.order;

  const write = (
    changes: Record<string, string | undefined>,
    options: { cursors?: Record<string, string>; replace?: boolean } = {},
  ) => {
    const next = new URLSearchParams(params);
    // Whatever changes, the cursor means another place afterwards.
    const all = { cursor: undefined, page: undefined, ...changes };
    for (const [name, value] of Object.entries(all)) {
      if (value) {
        next.set(name, value);
      } else {
        next.delete(name);
      }
    }
    const { replace, cursors = {} } = options;
    setParams(next, { replace, state: { cursors } });
  };

  const request: ListRequest<Filters, Sort> = {
    limit,
    ...filters,
    ...(cursor && { cursor }),
    ...(q && { q }),
    ...(!isUsual && { sort: by, order }),
  };
  const state = {
    text,
    filters,
    isFiltered: q !== '' || Object.keys(filters).length > 0,
    by,
    order,
    page,
    request,
    // Not a step for the back button, which would go back letter by letter.
    search: words => write({ q: words }, { replace: true }),
    setFilter: (name, value) => write({ [name]: value }),
    clear: () =>
      write({
        q: undefined,
        ...Object.fromEntries(
          Object.keys(definition.filters).map(name => [name, undefined]),
        ),
      }),
    sortBy: name =>
      write({
        sort: name,
        order: name === by && order === 'asc' ? 'desc' : 'asc',
      }),
    goTo(target, nextCursor) {
      const cursors: Record<string, string> = {
        ...walked,
        ...(cursor && { [page]: cursor }),
        ...(nextCursor && { [page + 1]: nextCursor }),
      };
      const found = target > 0 ? cursors[target] : undefined;
      write(
        { cursor: found, page: found && String(target + 1) },
        { cursors: found ? cursors : {} },
      );
    },
    resize: size =>
      write({ limit: size === PAGE_SIZE ? undefined : String(size) }),
  } satisfies FilterState & CursorPages & Sorting;
  return state;
}
