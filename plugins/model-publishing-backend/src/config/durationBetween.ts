import { z } from 'zod';
import { durationMsOf } from './durationMsOf';

/**
 * A duration of app-config within bounds, read in milliseconds.
 *
 * @param least - such as `2h`; allowed itself
 * @param most - likewise
 */
export function durationBetween(least: string, most: string) {
  const leastMs = durationMsOf(least) ?? NaN;
  const mostMs = durationMsOf(most) ?? NaN;
  return z.unknown().transform((value, context) => {
    const milliseconds = durationMsOf(value);
    if (
      milliseconds !== undefined &&
      milliseconds >= leastMs &&
      milliseconds <= mostMs
    ) {
      return milliseconds;
    }
    context.addIssue({
      code: 'custom',
      message: `must be a duration from ${least} to ${most}, such as "${least}"`,
    });
    return z.NEVER;
  });
}
