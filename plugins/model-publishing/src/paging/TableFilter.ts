/** One choice that narrows a list. */
export interface TableFilter {
  /** As the backend and the address of the page call it. */
  name: string;
  label: string;
  options: Array<{ value: string; label: string }>;
}

/** What a list is narrowed to, and the ways to change that. */
export interface FilterState {
  /** As typed by the user. */
  text: string;
  filters: Readonly<Record<string, string | undefined>>;
  /** Whether anything narrows the list. */
  isFiltered: boolean;
  search(text: string): void;
  /** @param value - none: everything */
  setFilter(name: string, value: string | undefined): void;
  clear(): void;
}
