import { z } from 'zod';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const GRACE = /^(now|([1-9]\d{0,3})([mhd]))$/;

/** How long a replaced key goes on working: `now` (not at all), or a number with m, h or d (`24h`, `7d`). */
export const graceSchema = z
  .string()
  .regex(GRACE, 'must be "now", or a number with m, h or d, such as "24h"');

/** Length of a grace period in milliseconds; 0 for `now`. */
export function graceMs(grace: string): number {
  const [, , amount, unit] = GRACE.exec(grace) ?? [];
  return amount === undefined
    ? 0
    : Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}
