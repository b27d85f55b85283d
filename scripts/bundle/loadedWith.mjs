/**
 * Everything that has to be there before a file can run: the file, what it imports, what that imports, and so on.
 *
 * @param {Map<string, {now: string[]}>} files - by name
 * @param {string[]} names
 * @returns {Set<string>} names
 */
export function loadedWith(files, names) {
  const loaded = new Set();
  const waiting = [...names];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (!loaded.has(name)) {
      loaded.add(name);
      waiting.push(...files.get(name).now);
    }
  }
  return loaded;
}
