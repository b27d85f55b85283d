/** What a limiter says about one request. */
export interface LimitVerdict {
  readonly allowed: boolean;
  /** `x-ratelimit-*` headers of the answer, whatever it is. */
  readonly headers: Readonly<Record<string, string>>;
}
