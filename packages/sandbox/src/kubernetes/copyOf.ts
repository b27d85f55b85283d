/** A copy of a JSON document that shares nothing with it. */
export function copyOf<T>(document: T): T {
  return JSON.parse(JSON.stringify(document)) as T;
}
