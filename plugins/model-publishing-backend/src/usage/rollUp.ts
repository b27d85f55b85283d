import { CountedAmount } from './countReading';
import { AmountRow, Span, SPANS } from './usageTables';

const MINUTE_MS = 60_000;

/** Length of each span, in milliseconds. A total has none. */
export const SPAN_MS = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
};

/** Beginning of the span that a time is in; hours and days are UTC's, as the epoch began at 0:00 UTC. */
export function startOf(span: Span, at: number): number {
  return span === 'total' ? 0 : at - (at % SPAN_MS[span]);
}

/** Rows to be added to what is there already: each amount in its minute, hour and day, and in the total. */
export function rollUp(amounts: CountedAmount[]): AmountRow[] {
  const rows = new Map<string, AmountRow>();
  for (const { at, keyId, amount, ...of } of amounts) {
    for (const span of SPANS) {
      const start = startOf(span, at);
      const key = JSON.stringify([of, keyId, span, start]);
      const row = rows.get(key);
      rows.set(key, {
        ...of,
        key_id: keyId,
        span,
        start,
        amount: (row?.amount ?? 0) + amount,
        last_at: Math.max(row?.last_at ?? 0, at),
      });
    }
  }
  return [...rows.values()];
}
