const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The longest first; each is used from its own length on. Months and years have their mean lengths. */
const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365.25 * DAY_MS],
  ['month', 30.44 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

/**
 * Says how far a time is from now in the words of a locale. Seconds are not counted out: less than a minute is "now", so
 * that a text does not change while it is read.
 */
export function relativeTimeIn(
  locale: string,
): (time: string, now: Date) => string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (time, now) => {
    const distance = new Date(time).getTime() - now.getTime();
    const [unit, length] =
      UNITS.find(([, ms]) => Math.abs(distance) >= ms) ??
      (['second', Infinity] as const);
    // Cut off rather than rounded: 100 minutes are one hour, and 23 hours are no day. Adding 0 makes 0 of -0.
    return words.format(Math.trunc(distance / length) + 0, unit);
  };
}
