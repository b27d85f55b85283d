/** @param entries - names, or wildcards that stand for one or more labels */
export function isAmong(hostname: string, entries: string[]): boolean {
  return entries.some(entry =>
    entry.startsWith('*.')
      ? hostname.endsWith(entry.slice(1))
      : hostname === entry,
  );
}

/** Whether some hostname is among two entries, each of which is a name or a wildcard. */
export function overlap(a: string, b: string): boolean {
  const nameIn = (entry: string) => entry.replace(/^\*\./, 'a.');
  return isAmong(nameIn(a), [b]) || isAmong(nameIn(b), [a]);
}
