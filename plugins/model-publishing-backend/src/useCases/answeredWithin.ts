import { setTimeout as sleep } from 'node:timers/promises';

/**
 * An answer, if it comes in time.
 *
 * @param waitMs - in milliseconds
 * @throws Error when it does not; what is waited for goes on, and is of no interest any more
 */
export async function answeredWithin<Answer>(
  waitMs: number,
  answer: Promise<Answer>,
): Promise<Answer> {
  const answered = new AbortController();
  const late = sleep(waitMs, undefined, { signal: answered.signal }).then(
    () => {
      throw new Error(`There was no answer for ${waitMs} ms`);
    },
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    late.catch(() => {});
    answered.abort();
  }
}
