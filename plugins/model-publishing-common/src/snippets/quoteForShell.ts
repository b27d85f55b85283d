const SAFE = /^[A-Za-z0-9_./:@%+,=-]+$/;
/** Characters that keep a meaning inside double quotes, and `!`, which interactive shells expand there. */
const ACTIVE_IN_DOUBLE_QUOTES = /["$`\\!]/;

/** A text as one word of a POSIX shell's command line, whatever it holds. */
export function quoteForShell(text: string): string {
  if (SAFE.test(text)) {
    return text;
  }
  return ACTIVE_IN_DOUBLE_QUOTES.test(text) || text === ''
    ? `'${text.replace(/'/g, `'\\''`)}'`
    : `"${text}"`;
}
