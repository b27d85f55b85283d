import {
  ConfiguredRoute,
  defaultBufferLimit,
  EarlyHeaders,
  GatewayConfiguration,
} from '../configuration/GatewayConfiguration';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { AiProcessor } from './aiProcessor/AiProcessor';
import {
  AiRequest,
  operationOf,
  readAiRequest,
} from './aiProcessor/aiRequests';
import { authenticate } from './authenticate';
import { authorize } from './authorize';
import { checkLimits } from './checkLimits';
import { answerAtOnce, Decision } from './Decision';
import { GatewayRequest, localReply } from './GatewayRequest';
import { GlobalRateLimiter } from './GlobalRateLimiter';
import { LocalRateLimiter } from './LocalRateLimiter';
import { selectRoute } from './selectRoute';

/** Header in which the AI Gateway keeps the model name of the body. */
const modelHeader = 'x-ai-eg-model';

/** What outlives a configuration. */
export interface PipelineParts {
  readonly global: GlobalRateLimiter;
  readonly processor: AiProcessor;
  readonly metrics: GatewayMetrics;
}

/**
 * Envoy's filter chain for one configuration: early changes of headers, route, API keys, the AI Gateway's external
 * processor, authorization, local limits, global limits (gateway-facts 1.7 and 3.5). Changes the headers of the request
 * on the way.
 */
export class RequestPipeline {
  readonly #local = new LocalRateLimiter();
  readonly #early: readonly EarlyHeaders[];
  readonly #processorFirst: ReadonlySet<string>;

  constructor(
    private readonly configuration: GatewayConfiguration,
    private readonly parts: PipelineParts,
  ) {
    this.#early = Object.values(configuration.earlyHeaders);
    // A response override puts its filter, and with it the processor, before the one for keys (stack-proof 2.6).
    this.#processorFirst = new Set(
      configuration.routes
        .filter(({ traffic }) => traffic?.overridesResponses)
        .map(({ listener }) => listener),
    );
  }

  /** `now` is in Unix milliseconds. */
  decide(request: GatewayRequest, now: number): Decision {
    for (const { remove, set } of this.#early) {
      remove.forEach(name => request.headers.delete(name));
      set.forEach(({ name, value }) => request.headers.set(name, [value]));
    }
    const route = this.#takeRoute(request);
    if (!route) {
      return answerAtOnce(localReply(404));
    }
    if (route.hasAiProcessor && this.#processorFirst.has(route.listener)) {
      return this.#readModel(route, request, chosen =>
        this.#authenticate(chosen, request),
      );
    }
    return (
      this.#authenticate(route, request) ??
      (route.hasAiProcessor
        ? this.#readModel(route, request)
        : this.#admit(route, request, now))
    );
  }

  #takeRoute(request: GatewayRequest): ConfiguredRoute | undefined {
    const route = selectRoute(this.configuration.routes, request);
    request.routeName = route?.name;
    return route;
  }

  #authenticate(
    { security, connectionManager }: ConfiguredRoute,
    request: GatewayRequest,
  ): Decision | undefined {
    if (!security?.apiKeyAuth) {
      return undefined;
    }
    const refused = authenticate(security.apiKeyAuth, request);
    this.parts.metrics.filters.countKey(connectionManager, !refused);
    return refused && answerAtOnce(refused);
  }

  /**
   * The external processor: it answers itself, or reads the model from the body, and the route is chosen again. The
   * first route has authenticated the request, the second one decides all else (stack-proof 2).
   */
  #readModel(
    route: ConfiguredRoute,
    request: GatewayRequest,
    authenticateLate?: (chosen: ConfiguredRoute) => Decision | undefined,
  ): Decision {
    const operation = operationOf(request.path);
    if (!operation) {
      return answerAtOnce(this.parts.processor.answer(request));
    }
    return {
      kind: 'readBody',
      mostBytes:
        this.configuration.bufferLimits[route.listener] ?? defaultBufferLimit,
      decide: (body, later) => {
        const ai = readAiRequest(request.path, operation, body);
        if ('reply' in ai) {
          return answerAtOnce(ai.reply);
        }
        if (ai.model !== undefined) {
          request.headers.set(modelHeader, [ai.model]);
        }
        const chosen = this.#takeRoute(request);
        return chosen
          ? authenticateLate?.(chosen) ??
              this.#admit(chosen, request, later, ai)
          : answerAtOnce(localReply(404));
      },
    };
  }

  #admit(
    route: ConfiguredRoute,
    request: GatewayRequest,
    now: number,
    ai?: AiRequest,
  ): Decision {
    const { authorization } = route.security ?? {};
    if (authorization) {
      const refused = authorize(authorization, request);
      const { filters } = this.parts.metrics;
      filters.countAccess(route.connectionManager, !refused);
      if (refused) {
        return answerAtOnce(refused);
      }
    }
    if (route.directResponse) {
      const { status, body, contentType } = route.directResponse;
      const headers = contentType ? { 'content-type': contentType } : {};
      return answerAtOnce(localReply(status, body, headers));
    }
    const limiters = { ...this.parts, local: this.#local };
    const { refusal, ...limits } = checkLimits(limiters, route, request, now);
    return refusal
      ? answerAtOnce(refusal)
      : this.#forward(route, request, limits, ai);
  }

  #forward(
    route: ConfiguredRoute,
    request: GatewayRequest,
    limits: Pick<
      Extract<Decision, { kind: 'forward' }>,
      'responseHeaders' | 'charge'
    >,
    ai?: AiRequest,
  ): Decision {
    const { processor, metrics } = this.parts;
    const processed = ai && processor.process(route, request, ai);
    if (ai && !processed) {
      // Envoy has chosen a connection by then, so it counts the request as sent (measured).
      metrics.clusters.countSent(route.cluster);
      return answerAtOnce(localReply(500, '', limits.responseHeaders));
    }
    return {
      kind: 'forward',
      route,
      ...limits,
      ai: ai && processed && { ...processed, request: ai },
    };
  }
}
