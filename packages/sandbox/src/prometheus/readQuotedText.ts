import { InputError } from '@backstage/errors';

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/**
 * The text of a string of PromQL, which knows Go's escapes only: a regular expression writes `\\.`, not `\.`. Escapes by
 * number are not known here.
 *
 * @param quoted - with its quotes
 * @throws InputError when there is another escape
 */
export function readQuotedText(quoted: string): string {
  const inner = quoted.slice(1, -1);
  return quoted.startsWith('`')
    ? inner
    : inner.replace(/\\(.)/gs, (_, escaped: string) => {
        const character = escapes[escaped];
        if (character === undefined) {
          throw new InputError(
            `parse error: unknown escape sequence '${escaped}'`,
          );
        }
        return character;
      });
}
