import { graceMs } from '@inference-portal/plugin-model-publishing-common';

/** Chosen in the place of a period of time. */
export const CUSTOM = 'custom';
/** Chosen for a key that does not end by itself, as far as the platform lets it. */
export const NEVER = 'never';

const GRACE_PRESETS = ['now', '1h', '24h', '7d'];
const EXPIRY_PRESETS = ['7d', '30d', '90d'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a replaced key may go on working: what is offered, the platform's default among it, within its maximum. */
export function gracePresets(grace: {
  default: string;
  maximum: string;
}): string[] {
  return [...new Set([...GRACE_PRESETS, grace.default])]
    .filter(preset => graceMs(preset) <= graceMs(grace.maximum))
    .sort((a, b) => graceMs(a) - graceMs(b));
}

/** How long a key may live: what is offered within the platform's maximum. */
export function expiryPresets(maxExpiry: string | null): string[] {
  return EXPIRY_PRESETS.filter(
    preset => maxExpiry === null || graceMs(preset) <= graceMs(maxExpiry),
  );
}

/** The longest time of one's own choice, in whole hours. */
export function longestGraceHours(maximum: string): number {
  return Math.floor(graceMs(maximum) / HOUR_MS);
}

/** The longest life of one's own choice, in whole days. */
export function longestExpiryDays(maxExpiry: string | null): number {
  return maxExpiry === null ? 9_999 : Math.floor(graceMs(maxExpiry) / DAY_MS);
}

/** Whether a text is a whole number from 1 to a maximum. */
export function isWholeNumber(text: string, maximum: number): boolean {
  return /^[1-9]\d{0,5}$/.test(text) && Number(text) <= maximum;
}

/** When a key that is made now ends, as an ISO time; undefined: it is left to the platform. */
export function expiryTime(period: string, now: Date): string | undefined {
  return period === NEVER
    ? undefined
    : new Date(now.getTime() + graceMs(period)).toISOString();
}
