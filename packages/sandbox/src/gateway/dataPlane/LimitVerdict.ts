import { OutgoingHttpHeaders } from 'node:http';

/** `x-ratelimit-*` headers of one limiter. */
export type LimitHeaders = Readonly<Record<string, string>>;

/** What a limiter says about one request. */
export interface LimitVerdict {
  readonly allowed: boolean;
  /** Of the answer, whatever it is; one entry per filter of Envoy that speaks. */
  readonly headers: readonly LimitHeaders[];
  /** Absent when no limit is about answers. */
  readonly charge?: ChargeAnswer;
}

/** Takes what an answer costs from the limits of its request. `costs`: the AI Gateway's metadata. */
export type ChargeAnswer = (
  costs: Readonly<Record<string, number>>,
  now: number,
) => void;

/**
 * The headers of several filters in one answer. Each filter appends lines of its own, and an answer passes the filters
 * backwards, so those of the last filter come first (measured on Envoy 1.39).
 */
export function appendHeaders(
  filters: readonly LimitHeaders[],
): OutgoingHttpHeaders {
  const lines: Record<string, string[]> = {};
  for (const [name, value] of filters.toReversed().flatMap(Object.entries)) {
    lines[name] = [...(lines[name] ?? []), value];
  }
  return lines;
}
