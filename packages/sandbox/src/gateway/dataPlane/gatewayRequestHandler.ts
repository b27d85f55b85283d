import { IncomingMessage, RequestListener } from 'node:http';
import { forwardRequest } from './forwardRequest';
import { GatewayRequest, localReply, LocalReply } from './GatewayRequest';
import { normalizePath } from './normalizePath';
import { RequestPipeline } from './RequestPipeline';
import { sendReply } from './sendReply';
import { UpstreamResolver } from './UpstreamResolver';

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

/** Serves the gateway's port. `pipeline` answers the configuration in force when the request arrives. */
export function gatewayRequestHandler(
  pipeline: () => RequestPipeline,
  resolve: UpstreamResolver,
  clock: () => number,
): RequestListener {
  return (incoming, response) => {
    const { request, redirect } = parseRequest(incoming);
    const refuse = (reply: LocalReply) => {
      if (hasBody(incoming) && !reply.afterBody) {
        response.setHeader('connection', 'close');
      }
      incoming.resume();
      sendReply(response, reply);
    };
    if (redirect) {
      const location = `${request.path}${request.query}`;
      refuse(localReply(307, '', { location }));
      return;
    }
    const decision = pipeline().decide(request, clock());
    if ('reply' in decision) {
      refuse(decision.reply);
      return;
    }
    forwardRequest({ incoming, response, request, ...decision }, resolve).catch(
      () => response.destroy(),
    );
  };
}
