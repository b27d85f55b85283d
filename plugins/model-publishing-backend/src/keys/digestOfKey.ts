import { createHash } from 'node:crypto';

/** SHA-256 of a key, hexadecimal. A key has 256 random bits, so a plain hash cannot be searched backwards. */
export function digestOfKey(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
