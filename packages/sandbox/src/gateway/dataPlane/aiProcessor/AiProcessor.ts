import { mostSpecificHostname } from '../../configuration/hostnames';
import { ConfiguredRoute } from '../../configuration/GatewayConfiguration';
import { GatewayRequest, localReply, LocalReply } from '../GatewayRequest';
import { AiModel } from './AiModel';
import { AiRequest } from './aiRequests';

/** Streams of the others tell their usage without being asked, or have no streams. */
const hasUsageOption = {
  chat: true,
  completion: true,
  embeddings: false,
  responses: false,
} as const;

/** Calls again and again, until the function that it answers is called. */
export type Repeat = (call: () => void) => () => void;

/** Calls every so many milliseconds. */
export function everyMs(intervalMs: number): Repeat {
  return call => {
    const timer = setInterval(call, intervalMs);
    return () => clearInterval(timer);
  };
}

/** What goes to a model server. */
export interface ProcessedRequest {
  readonly model: AiModel;
  readonly path: string;
  readonly body: Buffer;
}

/**
 * The AI Gateway's external processor beside Envoy. It looks for a new configuration every few seconds only, so that it
 * learns of a model later than Envoy does, which answers 500 until then (stack-proof 4).
 */
export class AiProcessor {
  #models: readonly AiModel[] = [];
  #stop = () => {};

  /** `latest` answers what the controller has last written. */
  constructor(
    private readonly latest: () => readonly AiModel[],
    private readonly every: Repeat,
  ) {}

  start(): void {
    const read = () => {
      this.#models = this.latest();
    };
    read();
    this.#stop = this.every(read);
  }

  close(): void {
    this.#stop();
  }

  /** The answers to paths that are no operation: the list of models, to any method, or a refusal. */
  answer(request: GatewayRequest): LocalReply {
    if (request.path === '/v1/models') {
      const list = JSON.stringify({
        data: this.#listed(request.host),
        object: 'list',
      });
      return localReply(200, list, { 'content-type': 'application/json' });
    }
    return localReply(404, `unsupported path: ${request.path}`);
  }

  /** A request as a model server takes it; undefined while the route's model is not known yet. */
  process(
    { routeKey, ruleIndex }: ConfiguredRoute,
    request: GatewayRequest,
    { body, operation }: AiRequest,
  ): ProcessedRequest | undefined {
    const model = this.#models.find(
      known => known.route === routeKey && known.ruleIndex === ruleIndex,
    );
    if (!model) {
      return undefined;
    }
    const { modelNameOverride, schemaPrefix, removedHeaders } = model.backend;
    removedHeaders.forEach(name => request.headers.delete(name.toLowerCase()));
    const wantsUsage =
      body.stream === true &&
      model.costs.length > 0 &&
      hasUsageOption[operation];
    const sent = {
      ...body,
      ...(modelNameOverride !== undefined && { model: modelNameOverride }),
      ...(wantsUsage && {
        stream_options: { ...Object(body.stream_options), include_usage: true },
      }),
    };
    return {
      model,
      path: `/${schemaPrefix}${request.path.replace(/^\/v1/, '')}`,
      body: Buffer.from(JSON.stringify(sent)),
    };
  }

  #listed(host: string) {
    const hostname = mostSpecificHostname(
      new Set(this.#models.flatMap(({ hostnames }) => hostnames)),
      host,
    );
    return this.#models
      .filter(
        ({ hostnames }) =>
          hostnames.length === 0 ||
          (hostname !== undefined && hostnames.includes(hostname)),
      )
      .flatMap(({ modelNames, createdAt, ownedBy }) =>
        modelNames.map(id => ({
          id,
          created: createdAt,
          object: 'model',
          owned_by: ownedBy,
        })),
      );
  }
}
