import { createServer, Server } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { GatewayMetrics } from '../metrics/GatewayMetrics';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { ClusterObjects, readClusterObjects } from './ClusterObjects';
import {
  compileConfiguration,
  isPublishable,
} from './configuration/compileConfiguration';
import { GatewayConfiguration } from './configuration/GatewayConfiguration';
import { AiModel } from './dataPlane/aiProcessor/AiModel';
import { AiProcessor, everyMs } from './dataPlane/aiProcessor/AiProcessor';
import { gatewayRequestHandler } from './dataPlane/gatewayRequestHandler';
import { GlobalRateLimiter } from './dataPlane/GlobalRateLimiter';
import { PipelineParts, RequestPipeline } from './dataPlane/RequestPipeline';
import { UpstreamResolver } from './dataPlane/UpstreamResolver';
import { hasRateLimitService } from './envoyGatewayConfig';
import { ObjectSource } from './ObjectSource';
import { keyOf } from './resources/metadata';
import { ObjectStatus } from './status/PolicyStatus';
import { withTransitionTimes } from './status/withTransitionTimes';

/** How long changes are collected before they take effect together; the real stack needs some 20 ms. */
const settleMs = 10;

/** What an embedded gateway is made of. */
export interface EmbeddedGatewayOptions {
  readonly source: ObjectSource;
  readonly resolve: UpstreamResolver;
  /** `<namespace>/<name>` of the Gateway whose listeners are served. */
  readonly gateway: string;
  /** False: there is no rate limit service, whatever Envoy Gateway's configuration says. */
  readonly globalRateLimit: boolean;
  /** What the AI Gateway's controller has last told its external processor. */
  readonly models: () => readonly AiModel[];
  /** How often the AI Gateway's external processor looks for what has changed; 5,000 on a real one. */
  readonly processorIntervalMs: number;
  readonly metrics: GatewayMetrics;
  /** Unix milliseconds. */
  readonly clock: () => number;
}

/**
 * Envoy Gateway and its Envoy in one: it reads the objects of the cluster, obeys them on one port, and writes their
 * statuses. All HTTP listeners of the Gateway are served on that port.
 */
export class EmbeddedGateway {
  readonly #parts: PipelineParts;
  readonly #server: Server;
  #configuration: GatewayConfiguration = {
    routes: [],
    earlyHeaders: {},
    bufferLimits: {},
  };
  #pipeline: RequestPipeline;
  #pending: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly options: EmbeddedGatewayOptions) {
    const { models, processorIntervalMs, metrics } = options;
    this.#parts = {
      global: new GlobalRateLimiter(),
      processor: new AiProcessor(models, everyMs(processorIntervalMs)),
      metrics,
    };
    this.#pipeline = new RequestPipeline(this.#configuration, this.#parts);
    this.#server = createServer(
      { keepAliveTimeout: 3_600_000, requestTimeout: 0 },
      gatewayRequestHandler(() => this.#pipeline, options),
    );
  }

  /** Starts to obey and to serve (port 0: any free one); answers the URL. */
  async start(port: number): Promise<string> {
    this.#reconcile();
    this.#parts.processor.start();
    this.#unsubscribe = this.options.source.onChange(() => this.#schedule());
    const used = await listenOnLoopback(this.#server, port, 'gateway');
    return `http://127.0.0.1:${used}`;
  }

  async close(): Promise<void> {
    this.#unsubscribe?.();
    clearTimeout(this.#pending);
    this.#parts.processor.close();
    await closeServer(this.#server);
  }

  #schedule(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#reconcile();
    }, settleMs);
  }

  #reconcile(): void {
    const { source } = this.options;
    const globalRateLimit =
      this.options.globalRateLimit &&
      hasRateLimitService(source.list('configmaps', ''));
    const objects = readClusterObjects((plural, group) =>
      source.list(plural, group),
    );
    const compiled = compileConfiguration(objects, { globalRateLimit });
    this.#publish(this.#served(objects, compiled.configuration));
    compiled.statuses.forEach(status => this.#writeStatus(status));
  }

  #served(
    { gateways }: ClusterObjects,
    configuration: GatewayConfiguration,
  ): GatewayConfiguration {
    const listeners = gateways
      .filter(gateway => keyOf(gateway) === this.options.gateway)
      .flatMap(({ spec }) => spec.listeners)
      .filter(({ protocol }) => protocol === 'HTTP')
      .map(({ name }) => `${this.options.gateway}/${name}`);
    const { routes, earlyHeaders, bufferLimits } = configuration;
    const pick = <T>(byListener: Readonly<Record<string, T>>) =>
      Object.fromEntries(
        Object.entries(byListener).filter(([name]) => listeners.includes(name)),
      );
    return {
      routes: routes.filter(({ listener }) => listeners.includes(listener)),
      earlyHeaders: pick(earlyHeaders),
      bufferLimits: pick(bufferLimits),
    };
  }

  /** An unchanged configuration stays in force with the state of its local limits. */
  #publish(configuration: GatewayConfiguration): void {
    if (
      isPublishable(configuration) &&
      !isDeepStrictEqual(configuration, this.#configuration)
    ) {
      this.#followClusters(configuration);
      this.#configuration = configuration;
      this.#pipeline = new RequestPipeline(configuration, this.#parts);
    }
  }

  /** The series of what leads nowhere any more go, and begin at 0 when it comes back (stack-proof 7). */
  #followClusters({ routes }: GatewayConfiguration): void {
    const { clusters } = this.options.metrics;
    const kept = new Set(routes.map(({ cluster }) => cluster));
    this.#configuration.routes
      .filter(({ cluster }) => !kept.has(cluster))
      .forEach(({ cluster }) => clusters.forget(cluster));
    kept.forEach(cluster => clusters.begin(cluster));
  }

  #writeStatus(target: ObjectStatus): void {
    const { source, clock } = this.options;
    const previous = source.statusOf(target);
    const now = new Date(clock()).toISOString().replace(/\.\d+Z$/, 'Z');
    const status = withTransitionTimes(target.status, previous, now);
    if (!isDeepStrictEqual(status, previous)) {
      source.writeStatus({ ...target, status: { ...Object(status) } });
    }
  }
}
