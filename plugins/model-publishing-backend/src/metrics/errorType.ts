import { CustomErrorBase } from '@backstage/errors';

/** Value of OpenTelemetry's attribute `error.type`: the class of the error, from a short list. */
export function errorType(error: unknown): string {
  // `_OTHER` is what OpenTelemetry's semantic conventions provide for the rest.
  return error instanceof CustomErrorBase ? error.name : '_OTHER';
}
