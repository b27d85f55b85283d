/** What a limiter says about one request. */
export interface LimitVerdict {
  readonly allowed: boolean;
  /** `x-ratelimit-*` headers of the answer, whatever it is. */
  readonly headers: LimitHeaders;
}

export type LimitHeaders = Readonly<Record<string, string>>;

/**
 * The headers of several limiters in one answer. Each filter appends its values, and an answer passes the filters
 * backwards, so those of the last filter come first (measured on Envoy 1.39).
 */
export function appendHeaders(filters: readonly LimitHeaders[]): LimitHeaders {
  const combined: Record<string, string> = {};
  for (const [name, value] of filters.toReversed().flatMap(Object.entries)) {
    combined[name] = name in combined ? `${combined[name]}, ${value}` : value;
  }
  return combined;
}
