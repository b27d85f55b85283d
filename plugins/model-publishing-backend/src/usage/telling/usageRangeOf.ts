import {
  MAX_USAGE_SPANS,
  UsageStep,
} from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../../errors/requestProblems';
import { lengthOf, spanOf } from '../spans';

/** Whole spans of time, one after the other. */
export interface UsageRange {
  /** Beginning of the first span. */
  from: Date;
  /** End of the last one. */
  to: Date;
  step: UsageStep;
}

const DEFAULT_MS = 24 * 60 * 60_000;

/**
 * The time that is asked about, widened to whole spans; the last 24 hours where nothing is said.
 *
 * @throws RuleViolationError when it ends before it begins, or has too many spans
 */
export function usageRangeOf(
  asked: { from?: string; to?: string; step: UsageStep },
  now: Date,
): UsageRange {
  const { step } = asked;
  const end = asked.to === undefined ? now : new Date(asked.to);
  const start =
    asked.from === undefined
      ? new Date(end.getTime() - DEFAULT_MS)
      : new Date(asked.from);
  if (end < start) {
    throw new RuleViolationError([
      asked.to === undefined
        ? { field: 'query.from', problem: 'is in the future' }
        : { field: 'query.to', problem: 'is before from' },
    ]);
  }
  const length = lengthOf(step);
  const from = spanOf(start, step);
  // Of a time at the boundary of two spans, the one before it is the last.
  const to = new Date(Math.ceil(end.getTime() / length) * length);
  const spans = (to.getTime() - from.getTime()) / length;
  if (spans > MAX_USAGE_SPANS) {
    throw new RuleViolationError([
      {
        field: 'query.from',
        problem: `is ${spans} steps of one ${step} before the end; ask for at most ${MAX_USAGE_SPANS}, or for a longer step`,
      },
    ]);
  }
  return { from, to, step };
}
