/** The lines of an answer as they come, without empty ones. Leaving the loop early drops the connection. */
export async function* linesOf(
  response: Pick<Response, 'body'>,
): AsyncGenerator<string, void> {
  const reader = response.body?.getReader();
  if (!reader) {
    return;
  }
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : lines.pop() ?? '';
      yield* lines.filter(line => line !== '');
      if (done) {
        return;
      }
    }
  } finally {
    // Nobody waits for it, and that there is nothing left to drop is no failure.
    reader.cancel().catch(() => {});
  }
}
