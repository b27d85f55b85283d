import { z } from 'zod';
import { MalformedRequestError } from '../errors/requestProblems';

const HEADER = 'idempotency-key';
/** 1 to 255 visible ASCII characters. */
export const idempotencyKeySchema = z.string().regex(/^[!-~]{1,255}$/);

/**
 * The Idempotency-Key of a request, if it has one.
 *
 * @throws MalformedRequestError when it is not 1 to 255 visible ASCII characters
 */
export function idempotencyKeyOf(
  headers: Record<string, unknown>,
): string | undefined {
  const key = idempotencyKeySchema.optional().safeParse(headers[HEADER]);
  if (!key.success) {
    throw new MalformedRequestError([
      {
        field: `header.${HEADER}`,
        problem: 'must be 1 to 255 visible ASCII characters',
      },
    ]);
  }
  return key.data;
}
