import { GuideBlock } from './guideBlocks';

/** Stands for what differs from one run to the next; as a line of its own, for any number of lines. */
const ANYTHING = '...';

/**
 * Compares what a block printed with what the guide shows. Text is compared whole. Of JSON objects the guide may show a
 * part; lists are as long as shown. A block for which the guide shows nothing prints nothing.
 */
export function expectShown(printed: string, shown: GuideBlock['shown']): void {
  if (shown?.as === 'json') {
    const expected = withAnything(JSON.parse(shown.text));
    expect({ printed: JSON.parse(printed) }).toMatchObject({
      printed: expected,
    });
    return;
  }
  const expected = shown?.text ?? '';
  const text = withoutTrailingSpace(printed);
  if (!patternOfText(expected).test(`${text}\n`)) {
    // Only to fail with both texts side by side.
    expect(text).toBe(expected);
  }
}

/** The same value, its strings with `...` being matchers. */
function withAnything(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.includes(ANYTHING)
      ? expect.stringMatching(new RegExp(`^${patternOfLine(value)}$`))
      : value;
  }
  if (Array.isArray(value)) {
    return value.map(withAnything);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        withAnything(member),
      ]),
    );
  }
  return value;
}

function patternOfText(text: string): RegExp {
  const lines = text
    .split('\n')
    .map(line =>
      line === ANYTHING ? '(?:.*\\n)*?' : `${patternOfLine(line)}\\n`,
    );
  return new RegExp(`^${lines.join('')}$`);
}

function patternOfLine(line: string): string {
  return line
    .split(ANYTHING)
    .map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.+');
}

/** Tables have spaces at the ends of lines, which editors take out of the guide. */
function withoutTrailingSpace(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}
