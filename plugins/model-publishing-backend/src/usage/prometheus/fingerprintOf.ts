import { createHash } from 'node:crypto';

/** The same for the same labels in any order, and for no others: 64 hexadecimal characters. */
export function fingerprintOf(labels: Record<string, string>): string {
  const entries = Object.entries(labels).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}
