import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { createHash } from 'node:crypto';

const HEX_LENGTH = 32;

/** ETag of a configuration: the same for the same content, in whatever order it is written. */
export function etagOf(configuration: AcceptedConfiguration): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(normalised(configuration)))
    .digest('hex');
  return `"${digest.slice(0, HEX_LENGTH)}"`;
}

/**
 * Whether a change may go ahead under an `If-Match` header (RFC 9110 13.1.1): a list of ETags, or `*`. Weak ETags never
 * match.
 */
export function matchesEtag(ifMatch: string | undefined, etag: string) {
  return (
    ifMatch === undefined ||
    ifMatch
      .split(',')
      .map(part => part.trim())
      .some(part => part === '*' || part === etag)
  );
}

function normalised(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(normalised);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, field]) => [name, normalised(field)]),
    );
  }
  return value;
}
