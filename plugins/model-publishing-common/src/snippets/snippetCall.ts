import { exampleBody } from './exampleBody';
import {
  OPENAI_ENDPOINTS,
  OpenaiModelEndpoint,
  SnippetBody,
  SnippetEndpoint,
  SnippetRequest,
  SnippetSource,
} from './SnippetRequest';

/** How long models may take by default, in seconds: the gateway's own limits. */
const TIMEOUT_SECONDS = { traditional: 60, openai: 600 };

/** Where a key goes, and the environment variable that it comes from. */
export interface KeyHeader {
  name: 'X-API-Key' | 'Authorization';
  scheme: '' | 'Bearer ';
  variable: KeyVariable;
}

/** The second one is what the clients of OpenAI's protocol read by themselves. */
export type KeyVariable = 'API_KEY' | 'OPENAI_API_KEY';

/** An HTTP request with everything decided but its language. */
export interface SnippetCall {
  endpoint: SnippetEndpoint;
  method: 'GET' | 'POST';
  url: string;
  /** Absent for public models. */
  key?: KeyHeader;
  /** Absent where nothing is sent. */
  body?: SnippetBody;
  stream: boolean;
  timeoutSeconds: number;
}

/** The variable that snippets read the key from; undefined for public models. */
export function keyVariableOf({
  requireApiKey,
  openai,
}: SnippetSource): KeyVariable | undefined {
  if (!requireApiKey) {
    return undefined;
  }
  return openai ? 'OPENAI_API_KEY' : 'API_KEY';
}

export function isOpenaiEndpoint(
  endpoint: SnippetEndpoint,
): endpoint is OpenaiModelEndpoint {
  return OPENAI_ENDPOINTS.some(name => name === endpoint);
}

/** Decides what the request leaves open. */
export function snippetCall(request: SnippetRequest): SnippetCall {
  const { source } = request;
  const { openai } = source;
  const endpoint =
    request.endpoint ?? (openai ? 'chat/completions' : 'predict');
  const example = exampleBody(endpoint, openai?.model);
  const body = example && (request.body ?? example);
  const stream =
    Boolean(openai && body) && (request.stream ?? body?.stream === true);
  return {
    endpoint,
    method: body ? 'POST' : 'GET',
    url: urlOf(source, endpoint),
    key: keyHeaderOf(source),
    body: body && withStream(body, stream),
    stream,
    timeoutSeconds: TIMEOUT_SECONDS[openai ? 'openai' : 'traditional'],
  };
}

function urlOf(
  { externalUrl, openai }: SnippetSource,
  endpoint: SnippetEndpoint,
): string {
  switch (endpoint) {
    case 'metadata':
    case 'model':
      return externalUrl;
    default:
      return `${openai ? openai.baseUrl : externalUrl}/${endpoint}`;
  }
}

function keyHeaderOf(source: SnippetSource): KeyHeader | undefined {
  const variable = keyVariableOf(source);
  if (!variable) {
    return undefined;
  }
  return source.openai
    ? { name: 'Authorization', scheme: 'Bearer ', variable }
    : { name: 'X-API-Key', scheme: '', variable };
}

/** The body says the same as the code that reads the answer expects. */
function withStream(body: SnippetBody, stream: boolean): SnippetBody {
  if (stream) {
    return { ...body, stream };
  }
  const { stream: _, ...rest } = body;
  return body.stream === true ? rest : body;
}
