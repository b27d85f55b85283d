import { randomUUID } from 'node:crypto';
import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerIris, ModelAnswer } from './irisProtocol';
import { answerOpenai } from './openaiProtocol';
import { RequestLog } from './RequestLog';
import { sendEvents } from './sendEvents';
import { toCentimetres } from './toCentimetres';

/** A model that the sandbox serves. */
export interface ServedModel {
  readonly namespace: string;
  readonly name: string;
  /** The transformer passes on to the predictor what it has changed. Default: the predictor. */
  readonly component?: 'predictor' | 'transformer';
  /** What it speaks. Default: KServe's protocols, about irises. */
  readonly protocol?: 'iris' | 'openai';
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: text ? JSON.parse(text) : {} };
  } catch {
    return undefined;
  }
}

/** Headers as one string each; of a repeated header the last value counts. */
function lastValues(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [
      name,
      values?.at(-1) ?? '',
    ]),
  );
}

function send(
  response: ServerResponse,
  { status, body }: ModelAnswer,
  headers: Record<string, string>,
) {
  const data = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(data.length),
    ...headers,
  });
  response.end(data);
}

/**
 * Serves one model over HTTP.
 *
 * For tests: `x-test-echo` makes the answer carry `x-received-headers` (JSON of the request's headers),
 * `x-test-delay-ms` delays it (a stream: each event), `x-test-status` replaces it by an error of that status.
 */
export function modelRequestHandler(
  model: ServedModel,
  log: RequestLog,
): RequestListener {
  return async (request, response) => {
    const headers = lastValues(request);
    const text = await readText(request);
    const url = request.url ?? '/';
    const method = request.method ?? 'GET';
    log.add({
      time: Date.now() / 1000,
      model: `${model.namespace}/${model.name}`,
      method,
      path: url,
      headers,
      body: text,
    });
    const echo: Record<string, string> = headers['x-test-echo']
      ? { 'x-received-headers': JSON.stringify(headers) }
      : {};
    if (headers['x-test-status']) {
      send(
        response,
        {
          status: Number(headers['x-test-status']),
          body: { error: 'requested by x-test-status' },
        },
        echo,
      );
      return;
    }
    const body = parseJson(text);
    const [path = '/'] = url.split('?');
    const delayMs = Number(headers['x-test-delay-ms'] ?? 0);
    if (model.protocol === 'openai' && body) {
      const answer = answerOpenai(
        model,
        { method, path, body: body.value },
        {
          id: `test-${randomUUID().slice(0, 12)}`,
          created: Math.floor(Date.now() / 1000),
        },
      );
      if ('events' in answer) {
        await sendEvents(response, answer, delayMs, echo);
      } else {
        await delay(delayMs);
        send(response, answer, echo);
      }
      return;
    }
    await delay(delayMs);
    send(
      response,
      body
        ? answerIris(
            model.name,
            {
              method,
              path,
              body:
                model.component === 'transformer'
                  ? toCentimetres(body.value)
                  : body.value,
            },
            randomUUID,
          )
        : {
            status: 400,
            body: { error: 'Unrecognized request format: invalid JSON' },
          },
      echo,
    );
  };
}
