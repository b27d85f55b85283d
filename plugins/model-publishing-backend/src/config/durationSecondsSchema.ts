import { z } from 'zod';
import { durationMsOf } from './durationMsOf';

const MAX_SECONDS = 3600;

/** A duration of app-config, read as whole seconds. */
export const durationSecondsSchema = z.unknown().transform((value, context) => {
  const milliseconds = durationMsOf(value);
  const seconds = milliseconds === undefined ? NaN : milliseconds / 1000;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SECONDS) {
    return seconds;
  }
  context.addIssue({
    code: 'custom',
    message: `must be whole seconds from 1 to ${MAX_SECONDS}, such as { seconds: 60 } or "60s"`,
  });
  return z.NEVER;
});
