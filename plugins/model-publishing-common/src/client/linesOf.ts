/**
 * The lines of an answer as they come, without empty ones. Leaving the loop early, or aborting, drops the connection.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* linesOf(
  response: Pick<Response, 'body'>,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  const reader = response.body?.getReader();
  if (!reader) {
    return;
  }
  // Nobody waits for it, and that there is nothing left to drop is no failure.
  const drop = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', drop);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : lines.pop() ?? '';
      yield* lines.filter(line => line !== '');
      if (done) {
        return;
      }
    }
  } finally {
    signal?.removeEventListener('abort', drop);
    drop();
  }
}
