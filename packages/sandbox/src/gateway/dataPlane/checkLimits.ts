import { OutgoingHttpHeaders } from 'node:http';
import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { GatewayRequest, localReply, LocalReply } from './GatewayRequest';
import { GlobalRateLimiter } from './GlobalRateLimiter';
import { appendHeaders, ChargeAnswer } from './LimitVerdict';
import { LocalRateLimiter } from './LocalRateLimiter';

/** What limits a request on a route. */
export interface Limiters {
  readonly local: LocalRateLimiter;
  readonly global: GlobalRateLimiter;
  readonly metrics: GatewayMetrics;
}

/** What both limiters say of a request. */
export interface LimitOutcome {
  /** Absent: it may go on. */
  readonly refusal?: LocalReply;
  /** Of the answer, whoever gives it. */
  readonly responseHeaders: OutgoingHttpHeaders;
  readonly charge?: ChargeAnswer;
}

/** Local limits, then global ones, which do not hear of what the local ones refuse. `now` is in Unix milliseconds. */
export function checkLimits(
  { local, global, metrics }: Limiters,
  route: ConfiguredRoute,
  request: GatewayRequest,
  now: number,
): LimitOutcome {
  const first = local.check(route, request, now);
  if (first) {
    metrics.filters.countLocalLimit(first.allowed);
  }
  if (first && !first.allowed) {
    const responseHeaders = appendHeaders(first.headers);
    const refusal = localReply(429, 'local_rate_limited', responseHeaders);
    return { refusal, responseHeaders };
  }
  const second = global.check(route, request, now);
  const responseHeaders = appendHeaders([
    ...(first?.headers ?? []),
    ...(second?.headers ?? []),
  ]);
  if (second) {
    const verdict = second.allowed ? 'ok' : 'overLimit';
    metrics.clusters.countGlobalLimit(route.cluster, verdict);
  }
  if (second && !second.allowed) {
    const refusal = localReply(429, '', responseHeaders);
    return { refusal: { ...refusal, afterBody: true }, responseHeaders };
  }
  return { responseHeaders, charge: second?.charge };
}
