import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

/** Of the request's own data nothing may be left out, however deep it is. */
const stringify = configure({ strict: true, bigint: false });

/** What makes two requests the same. */
export interface RequestContent {
  method: string;
  /** The route's pattern; its parameters are apart. */
  path: string;
  params: unknown;
  query: unknown;
  body: unknown;
}

/** SHA-256 of what a request asks for, hexadecimal: the same in whatever order its fields are written. */
export function requestHash({
  method,
  path,
  params,
  query,
  body,
}: RequestContent): string {
  const text = stringify([method, path, params, query, body ?? {}]);
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}
