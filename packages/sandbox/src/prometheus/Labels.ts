/** Labels of a series, its name among them as `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** The same labels without empty ones, which are the same as absent ones, and in order of their names. */
export function sortedLabels(labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels)
      .filter(([, value]) => value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
