/** Resolves after some milliseconds, at once when the signal aborts. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = new AbortController();
    const finish = () => {
      done.abort();
      resolve();
    };
    const timer = setTimeout(finish, ms);
    done.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', finish, { signal: done.signal });
  });
}
