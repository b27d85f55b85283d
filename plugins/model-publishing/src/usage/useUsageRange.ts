import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { z } from 'zod';
import { presetSchema, UsageRange } from './usageRange';

/** What is shown when the address says nothing. */
const DEFAULT_RANGE: UsageRange = { preset: '24h' };

const time = z.iso.datetime({ offset: true });
const addressSchema = z.union([
  z
    .object({ from: time, to: time })
    .refine(({ from, to }) => new Date(from) < new Date(to)),
  z
    .object({ range: presetSchema })
    .transform(({ range: preset }) => ({ preset })),
]);

/** The range in the address, so that links lead to what was seen: `?range=7d`, or `?from=…&to=…`. */
export function useUsageRange(): [UsageRange, (range: UsageRange) => void] {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const range = useMemo(() => {
    const entries = Object.fromEntries(new URLSearchParams(address));
    const { data } = addressSchema.safeParse(entries);
    return data ?? DEFAULT_RANGE;
  }, [address]);
  return [
    range,
    chosen =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          ['range', 'from', 'to'].forEach(name => next.delete(name));
          addressOf(chosen).forEach(([name, value]) => next.set(name, value));
          return next;
        },
        // "Back" leaves the tab, instead of going through every range that was looked at.
        { replace: true },
      ),
  ];
}

function addressOf(range: UsageRange): Array<[string, string]> {
  if ('preset' in range) {
    return [['range', range.preset]];
  }
  return 'from' in range
    ? [
        ['from', range.from],
        ['to', range.to],
      ]
    : [];
}
