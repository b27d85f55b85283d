import { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { Decision } from './Decision';
import { GatewayRequest } from './GatewayRequest';
import { UpstreamResolver } from './UpstreamResolver';

/** Everything about one exchange that is forwarded. */
export interface Exchange extends Extract<Decision, { kind: 'forward' }> {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly request: GatewayRequest;
}

/** What exchanges need of the gateway. */
export interface ExchangeParts {
  readonly resolve: UpstreamResolver;
  readonly metrics: GatewayMetrics;
  /** Unix milliseconds. */
  readonly clock: () => number;
}
