import { relativeTimeIn } from './relativeTimeIn';

/** Writes numbers and times as people of one locale do. Times are ISO 8601 texts. */
export interface Formats {
  /** A number in full, such as 1,234,567. */
  number(value: number): string;
  /** A number where there is little room, such as 1.2M. */
  compact(value: number): string;
  /** Date and time in the user's time zone. */
  time(time: string): string;
  /** A date in the user's time zone. */
  date(time: string): string;
  /** The date of a UTC day. */
  utcDate(time: string): string;
  /** Day and month, in the user's time zone. */
  shortDate(time: string): string;
  /** Day and month of a UTC day. */
  utcShortDate(time: string): string;
  /** Hour and minute in the user's time zone. */
  clock(time: string): string;
  /** Name of the user's time zone, such as Europe/Berlin. */
  timeZone: string;
  /** How long ago, or how far away, such as "5 minutes ago". */
  relative(time: string, now: Date): string;
}

const known = new Map<string, Formats>();

/** The formats of one locale; they are made once, because making them is slow. */
export function formatsFor(locale: string): Formats {
  const found = known.get(locale) ?? createFormats(locale);
  known.set(locale, found);
  return found;
}

function createFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const timeWith = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (time: string) => format.format(new Date(time));
  };
  return {
    number: value => number.format(value),
    compact: value => compact.format(value),
    time: timeWith({ dateStyle: 'medium', timeStyle: 'short' }),
    date: timeWith({ dateStyle: 'medium' }),
    utcDate: timeWith({ dateStyle: 'medium', timeZone: 'UTC' }),
    shortDate: timeWith({ month: 'short', day: 'numeric' }),
    utcShortDate: timeWith({ month: 'short', day: 'numeric', timeZone: 'UTC' }),
    clock: timeWith({ hour: 'numeric', minute: '2-digit' }),
    timeZone: new Intl.DateTimeFormat(locale).resolvedOptions().timeZone,
    relative: relativeTimeIn(locale),
  };
}
