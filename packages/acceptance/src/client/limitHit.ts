import { GatewayAnswer } from './gateway';

/**
 * Which limit an answer of 429 says was hit, as docs/api.md explains: the header has the limits that the rate limiter
 * counts, tightest first, and after them the tightest of those that Envoy itself counts.
 */
export interface LimitHit {
  countedBy: 'limiter' | 'envoy';
  limit: number;
  remaining: number;
  /** Until the window ends. */
  resetSeconds: number;
}

export function limitHit({ status, text, headers }: GatewayAnswer): LimitHit {
  if (status !== 429) {
    throw new Error(`No limit was hit: the answer is ${status}`);
  }
  const first = (name: string) =>
    Number(String(headers[`x-ratelimit-${name}`]).split(',')[0]);
  return {
    countedBy: text === 'local_rate_limited' ? 'envoy' : 'limiter',
    limit: first('limit'),
    remaining: first('remaining'),
    resetSeconds: first('reset'),
  };
}
