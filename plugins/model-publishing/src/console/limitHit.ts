/** The limit that an answer of 429 names. */
export interface LimitHit {
  limit: number;
  /** Until its window ends. */
  seconds: number;
}

/** Which limit was hit, by the gateway's headers, whose first number is the tightest one; undefined when they do not say. */
export function limitHit(
  headers: Record<string, string>,
): LimitHit | undefined {
  const limit = firstNumber(headers['x-ratelimit-limit']);
  const seconds = firstNumber(headers['x-ratelimit-reset']);
  return limit === undefined || seconds === undefined
    ? undefined
    : { limit, seconds };
}

function firstNumber(header = ''): number | undefined {
  const [, digits] = /^\s*(\d+)/.exec(header) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
