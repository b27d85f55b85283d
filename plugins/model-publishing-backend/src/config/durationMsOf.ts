import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/**
 * Length of a duration as everywhere in app-config (`{ seconds: 60 }`, `60s`, `PT1M`), in milliseconds; undefined when it
 * is none.
 */
export function durationMsOf(value: unknown): number | undefined {
  try {
    const config = new ConfigReader({ value: z.json().parse(value) });
    const duration = readDurationFromConfig(config, { key: 'value' });
    return durationToMilliseconds(duration);
  } catch {
    return undefined;
  }
}
