import { ApiException } from '@kubernetes/client-node';

/** Whether the API server has answered that there is no such object. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiException && error.code === 404;
}
