/** A time as inputs of type `datetime-local` hold it: in the user's time zone, without naming it, to the minute. */
export function toLocalTime(time: Date): string {
  const shifted = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}

/**
 * The time that such an input holds.
 *
 * @returns undefined while it is incomplete
 */
export function fromLocalTime(value: string): Date | undefined {
  // Without an offset, a text with a time of day is read in the user's time zone (ECMA-262, date time string format).
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
