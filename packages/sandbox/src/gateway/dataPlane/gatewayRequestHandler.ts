import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerAtOnce, Decision } from './Decision';
import { ExchangeParts } from './Exchange';
import { forwardRequest } from './forwardRequest';
import { GatewayRequest, localReply, LocalReply } from './GatewayRequest';
import { logRequest } from './logRequest';
import { normalizePath } from './normalizePath';
import { readBody } from './readBody';
import { RequestPipeline } from './RequestPipeline';
import { sendReply } from './sendReply';

interface Parsed {
  readonly request: GatewayRequest;
  readonly redirect: boolean;
}

function parseRequest(incoming: IncomingMessage): Parsed {
  const url = incoming.url ?? '/';
  const queryStart = url.indexOf('?');
  const rawPath = queryStart < 0 ? url : url.slice(0, queryStart);
  const { path, redirect } = normalizePath(rawPath);
  const headers = Object.entries(incoming.headersDistinct).map(
    ([name, values]) => [name, values ?? []] as const,
  );
  return {
    redirect,
    request: {
      method: incoming.method ?? 'GET',
      host: (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
      path,
      query: queryStart < 0 ? '' : url.slice(queryStart),
      headers: new Map(headers),
    },
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}

function refuse(
  incoming: IncomingMessage,
  response: ServerResponse,
  reply: LocalReply,
): void {
  if (hasBody(incoming) && !reply.afterBody && !incoming.readableEnded) {
    response.setHeader('connection', 'close');
  }
  incoming.resume();
  sendReply(response, reply);
}

/** Serves the gateway's port. `pipeline` answers the configuration in force when the request arrives. */
export function gatewayRequestHandler(
  pipeline: () => RequestPipeline,
  parts: ExchangeParts,
): RequestListener {
  const handle = async (
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const { request, redirect } = parseRequest(incoming);
    logRequest(request, response, parts.metrics);
    if (redirect) {
      const location = `${request.path}${request.query}`;
      refuse(incoming, response, localReply(307, '', { location }));
      return;
    }
    let decision: Decision = pipeline().decide(request, parts.clock());
    if (decision.kind === 'readBody') {
      const body = await readBody(incoming, decision.mostBytes);
      decision = body
        ? decision.decide(body, parts.clock())
        : answerAtOnce(localReply(413, 'Payload Too Large'));
    }
    if (decision.kind === 'forward') {
      const exchange = { ...decision, incoming, response, request };
      await forwardRequest(exchange, parts);
    } else if (decision.kind === 'reply') {
      refuse(incoming, response, decision.reply);
    }
  };
  return (incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  };
}
