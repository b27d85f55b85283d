import { SortOrder } from '@inference-portal/plugin-model-publishing-common';

/** How a list is sorted, and the way to another order. */
export interface Sorting {
  by: string;
  order: SortOrder;
  /** Sorts by something else, or the other way round when it is sorted by that already. */
  sortBy(name: string): void;
}
