import { OutgoingHttpHeaders } from 'node:http';
import {
  ConfiguredRoute,
  GatewayConfiguration,
} from '../configuration/GatewayConfiguration';
import { authenticate } from './authenticate';
import { authorize } from './authorize';
import { GatewayRequest, localReply, LocalReply } from './GatewayRequest';
import { GlobalRateLimiter } from './GlobalRateLimiter';
import { appendHeaders } from './LimitVerdict';
import { LocalRateLimiter } from './LocalRateLimiter';
import { selectRoute } from './selectRoute';

/** Forward along a route, or answer at once. */
export type Decision =
  | { readonly reply: LocalReply }
  | {
      readonly route: ConfiguredRoute;
      readonly responseHeaders: OutgoingHttpHeaders;
    };

/**
 * Envoy's filter chain for one configuration: early header removal, route, API keys, authorization, local limits,
 * global limits (gateway-facts 1.7). Changes the headers of the request on the way.
 */
export class RequestPipeline {
  readonly #local = new LocalRateLimiter();
  readonly #removed: readonly string[];

  constructor(
    private readonly configuration: GatewayConfiguration,
    private readonly global: GlobalRateLimiter,
  ) {
    this.#removed = Object.values(configuration.earlyRemovedHeaders).flat();
  }

  /** `now` is in Unix milliseconds. */
  decide(request: GatewayRequest, now: number): Decision {
    this.#removed.forEach(name => request.headers.delete(name));
    const route = selectRoute(this.configuration.routes, request);
    if (!route) {
      return { reply: localReply(404) };
    }
    const { apiKeyAuth, authorization } = route.security ?? {};
    const refused =
      (apiKeyAuth && authenticate(apiKeyAuth, request)) ??
      (authorization && authorize(authorization, request));
    if (refused) {
      return { reply: refused };
    }
    if (route.directResponse !== undefined) {
      return { reply: localReply(route.directResponse) };
    }
    return this.#limit(route, request, now);
  }

  #limit(
    route: ConfiguredRoute,
    request: GatewayRequest,
    now: number,
  ): Decision {
    const local = this.#local.check(route, request, now);
    if (local && !local.allowed) {
      const headers = appendHeaders(local.headers);
      return { reply: localReply(429, 'local_rate_limited', headers) };
    }
    const global = this.global.check(route, request, now);
    const responseHeaders = appendHeaders([
      ...(local?.headers ?? []),
      ...(global?.headers ?? []),
    ]);
    if (global && !global.allowed) {
      const reply = localReply(429, '', responseHeaders);
      return { reply: { ...reply, afterBody: true } };
    }
    return { route, responseHeaders };
  }
}
