import { UsageStep } from '@inference-portal/plugin-model-publishing-common';

const STEP_MS: Record<UsageStep, number> = {
  minute: 60_000,
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
};

/** Length of a span, in milliseconds. Time of the epoch has no leap seconds, so UTC days are all alike. */
export function lengthOf(step: UsageStep): number {
  return STEP_MS[step];
}

/** Beginning of the span that a time is in, in UTC. */
export function spanOf(time: Date, step: UsageStep): Date {
  const length = lengthOf(step);
  return new Date(Math.floor(time.getTime() / length) * length);
}
