import { ResponseError } from '@backstage/errors';

/** Whether the backend has refused something to this user, so that asking again is of no use. */
export function isRefusal(error: Error): boolean {
  return ResponseError.is(error) && error.response.status === 403;
}
