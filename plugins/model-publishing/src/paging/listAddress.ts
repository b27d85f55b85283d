import { SortOrder } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { PAGE_SIZE, PAGE_SIZES } from './CursorPages';

/** What a list can be narrowed to and sorted by; everything else in an address is left out. */
export interface ListDefinition<
  Filters extends Record<string, z.ZodType<string>>,
  Sort extends string,
> {
  filters: Filters;
  sorts: z.ZodType<Sort>;
  defaultSort: { by: Sort; order: SortOrder };
}

/** Narrowed to what the definition knows. */
export type FilterValues<Filters extends Record<string, z.ZodType<string>>> = {
  [Name in keyof Filters]?: z.output<Filters[Name]>;
};

/** The longest text that the backend searches for, in characters. */
export const LONGEST_SEARCH = 200;

const orderSchema = z.enum(['asc', 'desc']);
const pageSchema = z.coerce.number().int().min(2);

/** What the query of an address says of a list. Anybody can write an address, so that only what makes sense is taken. */
export function readListAddress<
  Filters extends Record<string, z.ZodType<string>>,
  Sort extends string,
>(
  params: URLSearchParams,
  { filters, sorts, defaultSort }: ListDefinition<Filters, Sort>,
) {
  const read = <Value>(name: string, schema: z.ZodType<Value>) =>
    schema.safeParse(params.get(name) ?? undefined).data;
  const by = read('sort', sorts) ?? defaultSort.by;
  const limit = Number(params.get('limit'));
  const cursor = params.get('cursor') ?? undefined;
  return {
    text: (params.get('q') ?? '').slice(0, LONGEST_SEARCH),
    filters: Object.fromEntries(
      Object.entries(filters)
        .map(([name, schema]) => [name, read(name, schema)])
        .filter(([, value]) => value !== undefined),
      // Each value was read by the schema of its name.
    ) as FilterValues<Filters>,
    by,
    order:
      read('order', orderSchema) ??
      (by === defaultSort.by ? defaultSort.order : 'asc'),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZE,
    cursor,
    /** Counted from 0. */
    page: cursor === undefined ? 0 : (read('page', pageSchema) ?? 2) - 1,
  };
}
