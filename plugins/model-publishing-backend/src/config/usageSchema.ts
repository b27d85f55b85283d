import { z } from 'zod';
import { durationBetween } from './durationBetween';

const LONGEST = '10y';

/** Finest first. At least so long that today and yesterday can be looked at by the hour, and a month by the day. */
const retentionSchema = z
  .strictObject({
    minutes: durationBetween('2h', LONGEST).prefault('2d'),
    hours: durationBetween('2d', LONGEST).prefault('90d'),
    days: durationBetween('30d', LONGEST).prefault({ days: 730 }),
  })
  .superRefine(({ minutes, hours, days }, context) => {
    if (minutes > hours) {
      context.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: 'must not be longer than hours',
      });
    }
    if (hours > days) {
      context.addIssue({
        code: 'custom',
        path: ['hours'],
        message: 'must not be longer than days',
      });
    }
  });

/** How usage is collected, and how long what was counted is kept. */
export const usageSchema = z
  .strictObject({
    interval: durationBetween('5s', '5m').prefault('10s'),
    delay: durationBetween('0s', '10m').prefault('0s'),
    retention: retentionSchema.prefault({}),
  })
  .transform(({ interval, delay, retention: { minutes, hours, days } }) => ({
    intervalMs: interval,
    delayMs: delay,
    retentionMs: { minute: minutes, hour: hours, day: days },
  }));

export type UsageSettings = z.output<typeof usageSchema>;
