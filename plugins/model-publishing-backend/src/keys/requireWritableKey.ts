import { digestOfKey } from './digestOfKey';
import { IssuedKey } from './issueKey';

const VALUE = /^[\x21-\x7e]{32,256}$/;

/**
 * Checks a key before Envoy may see it. One empty or non-ASCII value stops every configuration change of the whole
 * gateway, and one value under two names makes its routes answer 500 (stack-proof 3), so nothing is written that
 * could be either.
 *
 * @throws Error, a defect of this program; it never holds the key
 */
export function requireWritableKey(
  key: IssuedKey,
  otherDigests: Set<string>,
): void {
  const value = key.value.reveal();
  if (!VALUE.test(value)) {
    throw new Error(
      `Key ${key.record.id} is not 32 to 256 printable ASCII characters`,
    );
  }
  if (digestOfKey(value) !== key.record.digest) {
    throw new Error(`Key ${key.record.id} does not belong to its record`);
  }
  if (otherDigests.has(key.record.digest)) {
    throw new Error(`Key ${key.record.id} has the value of another key`);
  }
}
