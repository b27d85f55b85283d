import { buf as crc32 } from 'crc-32';
import { encodeBase62, encodeBytesBase62 } from './base62';

/**
 * API keys read `<prefix>_<id>_<secret><checksum>`: id 12 random bytes in 17 base62 characters, secret 32 random
 * bytes in 43, checksum the CRC-32 of everything before it in 6. The checksum finds typing errors before any
 * look-up, and lets secret scanners tell a key from noise.
 */
export const KEY_ID_BYTES = 12;
export const KEY_SECRET_BYTES = 32;
const ID_LENGTH = 17;
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

/** Key prefixes that configuration may choose. */
export const API_KEY_PREFIX_PATTERN = /^[a-z][a-z0-9]{1,15}$/;

/** For secret scanners: finds keys with the default prefix `mp`. */
export const API_KEY_PATTERN = /\bmp_[0-9A-Za-z]{17}_[0-9A-Za-z]{49}\b/;

const SHAPE =
  /^([a-z][a-z0-9]{1,15})_([0-9A-Za-z]{17})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

function checksumOf(text: string): string {
  const unsigned = crc32(new TextEncoder().encode(text)) >>> 0;
  return encodeBase62(BigInt(unsigned), CHECKSUM_LENGTH);
}

/** Bytes from a cryptographic source. */
export type RandomBytes = (length: number) => Uint8Array;

export interface FormattedApiKey {
  /** 17 base62 characters; public. */
  id: string;
  /** The whole key; secret. */
  value: string;
}

/** Makes a new key. */
export function formatApiKey(
  prefix: string,
  random: RandomBytes,
): FormattedApiKey {
  const id = encodeBytesBase62(random(KEY_ID_BYTES), ID_LENGTH);
  const secret = encodeBytesBase62(random(KEY_SECRET_BYTES), SECRET_LENGTH);
  const body = `${prefix}_${id}_${secret}`;
  return { id, value: body + checksumOf(body) };
}

/**
 * The id in a key, or undefined when the text is no key: wrong shape or wrong checksum.
 * Says nothing about whether the key was ever issued.
 */
export function parseApiKey(
  value: string,
): { prefix: string; id: string } | undefined {
  const match = SHAPE.exec(value);
  if (!match) {
    return undefined;
  }
  const [, prefix = '', id = '', , checksum] = match;
  const body = value.slice(0, -CHECKSUM_LENGTH);
  return checksumOf(body) === checksum ? { prefix, id } : undefined;
}

/** What a list may show of a key: prefix, first characters of the id, and nothing of the secret. */
export function apiKeyHint(prefix: string, keyId: string): string {
  return `${prefix}_${keyId.slice(0, 6)}…`;
}
