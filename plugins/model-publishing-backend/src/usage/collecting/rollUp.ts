import { CountedAmount } from './countReading';
import { spanOf } from '../spans';
import { AmountRow, Span, SPANS } from '../usageTables';

/** Beginning of the span that a time is in; a total begins with the epoch. */
export function startOf(span: Span, at: number): number {
  return span === 'total' ? 0 : spanOf(new Date(at), span).getTime();
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
