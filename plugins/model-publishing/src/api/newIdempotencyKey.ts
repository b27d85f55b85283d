const BYTES = 16;

/** A key that no other request has. `crypto.randomUUID` is missing where a portal is served without TLS. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(BYTES))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}
