const ALPHABET =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes a non-negative integer in base 62, filled with zeros to `length` characters. */
export function encodeBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (rest > 0n) {
    text = ALPHABET.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text.padStart(length, '0');
}

/** Reads bytes as one big-endian integer and writes it in base 62. */
export function encodeBytesBase62(bytes: Uint8Array, length: number): string {
  const value = bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
  return encodeBase62(value, length);
}
