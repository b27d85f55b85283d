import { UsageStep } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

const STEP_MS: Record<UsageStep, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

interface Preset {
  step: UsageStep;
  /** How many spans, the one that is not over yet included. */
  spans: number;
}

/** Times that end now; their names are parts of addresses. */
const PRESETS = {
  '1h': { step: 'minute', spans: 60 },
  '24h': { step: 'hour', spans: 24 },
  '7d': { step: 'hour', spans: 7 * 24 },
  '30d': { step: 'day', spans: 30 },
  '90d': { step: 'day', spans: 90 },
} satisfies Record<string, Preset>;

export const presetSchema = z.enum(['1h', '24h', '7d', '30d', '90d']);
export type PresetName = z.infer<typeof presetSchema>;
export const PRESET_NAMES = presetSchema.options;

/** The last UTC days, today included; or a time that ends now; or one between two times (ISO 8601). */
export type UsageRange =
  | { preset: PresetName }
  | { days: number }
  | { from: string; to: string };

/** What to ask the backend for. Without `to`, the time ends now. */
export interface AskedRange {
  from: string;
  to?: string;
  step: UsageStep;
}

/** A range as it is at a moment. */
export function askedRangeOf(range: UsageRange, now: Date): AskedRange {
  if ('preset' in range) {
    return lastSpans(PRESETS[range.preset], now);
  }
  if ('days' in range) {
    return lastSpans({ step: 'day', spans: range.days }, now);
  }
  return { ...range, step: stepBetween(range, now) };
}

/** Beginnings of all spans of an answer, whether or not it is known what was used in them. */
export function spansOf({
  from,
  to,
  step,
}: {
  from: string;
  to: string;
  step: UsageStep;
}): string[] {
  const first = new Date(from).getTime();
  const count = (new Date(to).getTime() - first) / STEP_MS[step];
  return Array.from({ length: Math.ceil(count) }, (_, index) =>
    new Date(first + index * STEP_MS[step]).toISOString(),
  );
}

/** Spans begin at whole steps of UTC, and the last one is the one that is not over yet. */
function lastSpans({ step, spans }: Preset, now: Date): AskedRange {
  const length = STEP_MS[step];
  const last = Math.floor(now.getTime() / length) * length;
  const from = new Date(last - (spans - 1) * length).toISOString();
  return { from, step };
}

/** Longest time shown in steps of this length, and how far back the platform keeps them by default. */
const FINE_STEPS: Array<{
  step: UsageStep;
  longestMs: number;
  keptMs: number;
}> = [
  {
    step: 'minute',
    longestMs: 6 * STEP_MS.hour,
    keptMs: 2 * STEP_MS.day,
  },
  { step: 'hour', longestMs: 14 * STEP_MS.day, keptMs: 90 * STEP_MS.day },
];

function stepBetween(
  { from, to }: { from: string; to: string },
  now: Date,
): UsageStep {
  const start = new Date(from).getTime();
  const length = new Date(to).getTime() - start;
  const age = now.getTime() - start;
  const fine = FINE_STEPS.find(
    ({ longestMs, keptMs }) => length <= longestMs && age <= keptMs,
  );
  return fine?.step ?? 'day';
}
