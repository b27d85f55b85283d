/** Numbers, each on a line of its own; no string of JSON holds a line break. */
const LIST_OF_NUMBERS = /\[\n[-\d.eE+,\s]+\]/g;

/** A JSON value in lines; lists of numbers, which may be long, in one line each. */
export function jsonInLines(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(LIST_OF_NUMBERS, list =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
}

/** JSON in lines; any other text as it is. */
export function prettyJson(text: string): string {
  try {
    return jsonInLines(JSON.parse(text));
  } catch {
    return text;
  }
}
