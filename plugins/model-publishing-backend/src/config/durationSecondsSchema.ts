import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

const MAX_SECONDS = 3600;

/** A duration as everywhere in app-config (`{ seconds: 60 }`, `60s`, `PT1M`), read as whole seconds. */
export const durationSecondsSchema = z.unknown().transform((value, context) => {
  const seconds = secondsOf(value);
  if (
    seconds !== undefined &&
    Number.isInteger(seconds) &&
    seconds >= 1 &&
    seconds <= MAX_SECONDS
  ) {
    return seconds;
  }
  context.addIssue({
    code: 'custom',
    message: `must be whole seconds from 1 to ${MAX_SECONDS}, such as { seconds: 60 } or "60s"`,
  });
  return z.NEVER;
});

function secondsOf(value: unknown): number | undefined {
  try {
    const config = new ConfigReader({ value: z.json().parse(value) });
    const duration = readDurationFromConfig(config, { key: 'value' });
    return durationToMilliseconds(duration) / 1000;
  } catch {
    return undefined;
  }
}
