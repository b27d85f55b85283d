import { z } from 'zod';
import { ModelAnswer, ModelRequest } from './irisProtocol';
import {
  AnswerIdentity,
  chunks,
  embed,
  response,
  responseEvents,
  StreamedAnswer,
  talkAbout,
  wholeAnswer,
} from './openaiAnswers';

/** Where KServe's servers answer: the Hugging Face one at the first, vLLM at the second. */
const prefixes = ['/openai/v1', '/v1'];

const part = z.object({ text: z.string().default('') });
/** A text, or parts of which some are texts. */
const content = z
  .union([z.string(), z.array(part)])
  .nullish()
  .transform(value =>
    typeof value === 'string'
      ? value
      : (value ?? []).map(({ text }) => text).join(' '),
  );
const chat = z.object({
  messages: z.array(z.object({ content })),
  max_tokens: z.int().optional(),
  max_completion_tokens: z.int().optional(),
});
const completion = z.object({
  prompt: z.union([z.string(), z.array(z.string())]),
  max_tokens: z.int().optional(),
});
const embeddings = z.object({
  input: z.union([z.string(), z.array(z.string())]),
});
const responses = z.object({
  input: z.union([z.string(), z.array(z.object({ content }))]),
  max_output_tokens: z.int().optional(),
});
const asked = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
});

const defaultLength = 64;

function ok(body: unknown): ModelAnswer {
  return { status: 200, body };
}

/** Throws a ZodError for a body without what the operation needs. */
function operate(
  operation: string,
  model: string,
  body: unknown,
  identity: AnswerIdentity,
): ModelAnswer | StreamedAnswer | undefined {
  const { stream = false, stream_options: options } = asked.parse(body);
  const wantsUsage = options?.include_usage === true;
  switch (operation) {
    case '/chat/completions': {
      const { messages, max_tokens, max_completion_tokens } = chat.parse(body);
      const prompt = messages.map(message => message.content).join(' ');
      const most = max_tokens ?? max_completion_tokens ?? defaultLength;
      const talk = talkAbout(model, prompt, most, identity);
      return stream
        ? chunks('chat', talk, wantsUsage)
        : ok(wholeAnswer('chat', talk));
    }
    case '/completions': {
      const { prompt, max_tokens = defaultLength } = completion.parse(body);
      const text = [prompt].flat().join(' ');
      const talk = talkAbout(model, text, max_tokens, identity);
      return stream
        ? chunks('completion', talk, wantsUsage)
        : ok(wholeAnswer('completion', talk));
    }
    case '/responses': {
      const { input, max_output_tokens = defaultLength } =
        responses.parse(body);
      const text =
        typeof input === 'string'
          ? input
          : input.map(item => item.content).join(' ');
      const talk = talkAbout(model, text, max_output_tokens, identity);
      return stream ? responseEvents(talk) : ok(response(talk, 'completed'));
    }
    case '/embeddings':
      return ok(embed(model, [embeddings.parse(body).input].flat()));
    default:
      return undefined;
  }
}

/** The model server of a language model without any language: what vLLM answers, said by a parrot. */
export function answerOpenai(
  model: { readonly namespace: string; readonly name: string },
  { method, path, body }: ModelRequest,
  identity: AnswerIdentity,
): ModelAnswer | StreamedAnswer {
  const prefix = prefixes.find(each => path.startsWith(`${each}/`));
  const operation = path.slice(prefix?.length ?? 0);
  if (prefix && method === 'GET' && operation === '/models') {
    const { namespace, name } = model;
    const entry = {
      id: name,
      object: 'model',
      created: 0,
      owned_by: namespace,
    };
    return ok({ object: 'list', data: [entry] });
  }
  try {
    const request = asked.safeParse(body);
    if (prefix && method === 'POST' && request.data?.model !== model.name) {
      return request.success
        ? unknownModel(request.data.model)
        : badRequest('the request names no model');
    }
    const answer =
      prefix && method === 'POST'
        ? operate(operation, model.name, body, identity)
        : undefined;
    return (
      answer ?? {
        status: 404,
        body: { error: `not found: ${method} ${path}` },
      }
    );
  } catch (error) {
    if (error instanceof z.ZodError) {
      return badRequest(z.prettifyError(error));
    }
    throw error;
  }
}

function unknownModel(name: string): ModelAnswer {
  return {
    status: 404,
    body: {
      error: {
        message: `The model \`${name}\` does not exist.`,
        type: 'NotFoundError',
        code: 404,
      },
    },
  };
}

function badRequest(message: string): ModelAnswer {
  return {
    status: 400,
    body: { error: { message, type: 'BadRequestError', code: 400 } },
  };
}
