import { apiStatusOf, fieldsOf } from './ApiStatus';
import { isCertificateError } from './connectionError';

/** What went wrong with a call, in a word that comes from a short list: the HTTP status, or why there was none. */
export function kindOfFailure(error: unknown): string {
  const status = apiStatusOf(error);
  if (status) {
    return String(status.code);
  }
  const { name } = fieldsOf(error);
  if (name === 'AbortError' || name === 'TimeoutError') {
    return 'timeout';
  }
  if (error instanceof SyntaxError) {
    return 'no-api-server';
  }
  return isCertificateError(error) ? 'certificate' : 'connection';
}
