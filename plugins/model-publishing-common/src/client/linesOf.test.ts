import { linesOf } from './linesOf';

/** An answer in these parts; says whether somebody has dropped it. */
function inParts(...parts: Uint8Array[]) {
  const cancel = jest.fn();
  const body = new ReadableStream<Uint8Array>({
    pull: controller => {
      const part = parts.shift();
      if (part) {
        controller.enqueue(part);
      } else {
        controller.close();
      }
    },
    cancel,
  });
  return { response: { body }, cancel };
}

async function all(response: Parameters<typeof linesOf>[0]) {
  const lines: string[] = [];
  for await (const line of linesOf(response)) {
    lines.push(line);
  }
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('linesOf', () => {
  it.each([
    ['whole lines', ['a\nb\n']],
    ['lines in parts', ['a', '\n', 'b\n']],
    ['a last line without an end', ['a\n', 'b']],
    ['empty lines', ['a\n\n', '\nb\n\n']],
  ])('gives lines from %s', async (_, parts) => {
    const { response } = inParts(...parts.map(bytes));
    expect(await all(response)).toEqual(['a', 'b']);
  });

  it('keeps characters whole that are cut between parts', async () => {
    const [first, ...others] = bytes('ö€\n');
    const { response } = inParts(
      Uint8Array.of(Number(first)),
      Uint8Array.from(others),
    );
    expect(await all(response)).toEqual(['ö€']);
  });

  it('has none where there is no body', async () => {
    expect(await all({ body: null })).toEqual([]);
  });

  it('drops an answer when it is told to, even while it waits for more', async () => {
    const cancel = jest.fn();
    const body = new ReadableStream<Uint8Array>({ cancel });
    const caller = new AbortController();
    const next = linesOf({ body }, caller.signal).next();
    caller.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
    expect(cancel).toHaveBeenCalled();
  });

  it('drops an answer that nobody wants to read to the end', async () => {
    const { response, cancel } = inParts(bytes('a\n'), bytes('b\n'));
    for await (const line of linesOf(response)) {
      expect(line).toBe('a');
      break;
    }
    expect(cancel).toHaveBeenCalled();
  });
});
