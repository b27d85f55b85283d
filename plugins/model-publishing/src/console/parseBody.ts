import { z } from 'zod';

/** The most that can be sent, in bytes; the request around it takes some, too. */
const BODY_BYTES_MAX = 2 ** 20 - 1024;

const objectSchema = z.record(z.string(), z.unknown());

export type ParsedBody =
  | { body: Record<string, unknown>; problem?: undefined }
  | { problem: 'notObject' | 'tooLarge' }
  | { problem: 'notJson'; message: string };

/** What stands in the editor as a body, or why it is none. */
export function parseBody(text: string): ParsedBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      problem: 'notJson',
      message: error instanceof Error ? error.message : String(error),
    };
  }
  const { data: body } = objectSchema.safeParse(value);
  if (!body) {
    return { problem: 'notObject' };
  }
  const { length } = new TextEncoder().encode(JSON.stringify(body));
  return length > BODY_BYTES_MAX ? { problem: 'tooLarge' } : { body };
}
