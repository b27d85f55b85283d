import { ResponseError } from '@backstage/errors';

/** What to tell a person about a failure: the backend's own sentence where there is one. */
export function messageOf(error: Error): string {
  return ResponseError.is(error) ? error.cause.message : error.message;
}
