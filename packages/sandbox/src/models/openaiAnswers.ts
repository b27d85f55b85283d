/** What tells one answer from another. */
export interface AnswerIdentity {
  readonly id: string;
  /** Unix seconds. */
  readonly created: number;
}

/** An answer in parts, as data of server-sent events; those of the Responses API have a type. */
export interface StreamedAnswer {
  readonly events: readonly { readonly type?: string; readonly data: string }[];
}

/** A prompt, and the words that answer it. */
export interface Talk {
  readonly model: string;
  /** The words of the answer. */
  readonly words: readonly string[];
  readonly promptTokens: number;
  readonly identity: AnswerIdentity;
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** One word is one token; the answer repeats what was said. */
export function talkAbout(
  model: string,
  prompt: string,
  most: number,
  identity: AnswerIdentity,
): Talk {
  const words = ['you', 'said:', ...wordsOf(prompt)].slice(0, most);
  return { model, words, promptTokens: wordsOf(prompt).length, identity };
}

function usageOf({ promptTokens, words }: Talk) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: words.length,
    total_tokens: promptTokens + words.length,
  };
}

/** The two older kinds of answers, which differ in names only. */
export type Style = 'chat' | 'completion';

const objectOf = {
  chat: ['chat.completion', 'chat.completion.chunk'],
  completion: ['text_completion', 'text_completion'],
} as const;

export function wholeAnswer(style: Style, talk: Talk) {
  const text = talk.words.join(' ');
  const said =
    style === 'chat'
      ? { message: { role: 'assistant', content: text } }
      : { text };
  return {
    ...talk.identity,
    model: talk.model,
    object: objectOf[style][0],
    choices: [{ index: 0, finish_reason: 'stop', ...said }],
    usage: usageOf(talk),
  };
}

/** The same in parts, one a word. */
export function chunks(
  style: Style,
  talk: Talk,
  wantsUsage: boolean,
): StreamedAnswer {
  const head = {
    ...talk.identity,
    model: talk.model,
    object: objectOf[style][1],
  };
  const choice = (finish: string | null, text: string) => ({
    index: 0,
    finish_reason: finish,
    ...(style === 'chat' ? { delta: text ? { content: text } : {} } : { text }),
  });
  const words = talk.words.map(word => ({
    ...head,
    choices: [choice(null, `${word} `)],
    ...(wantsUsage && { usage: null }),
  }));
  const end = { ...head, choices: [choice('stop', '')] };
  const usage = { ...head, choices: [], usage: usageOf(talk) };
  const events = [...words, end, ...(wantsUsage ? [usage] : [])];
  return {
    events: [
      ...events.map(event => ({ data: JSON.stringify(event) })),
      { data: '[DONE]' },
    ],
  };
}

/** An answer of the Responses API. */
export function response(talk: Talk, status: 'in_progress' | 'completed') {
  const { completion_tokens, prompt_tokens, total_tokens } = usageOf(talk);
  const message = {
    type: 'message',
    id: `msg-${talk.identity.id}`,
    role: 'assistant',
    status: 'completed',
    content: [
      { type: 'output_text', text: talk.words.join(' '), annotations: [] },
    ],
  };
  const isDone = status === 'completed';
  return {
    id: talk.identity.id,
    object: 'response',
    created_at: talk.identity.created,
    model: talk.model,
    status,
    output: isDone ? [message] : [],
    usage: isDone
      ? {
          input_tokens: prompt_tokens,
          output_tokens: completion_tokens,
          total_tokens,
        }
      : null,
  };
}

export function responseEvents(talk: Talk): StreamedAnswer {
  const typed = (type: string, fields: object) => ({
    type,
    data: JSON.stringify({ type, ...fields }),
  });
  return {
    events: [
      typed('response.created', { response: response(talk, 'in_progress') }),
      ...talk.words.map(word =>
        typed('response.output_text.delta', { delta: `${word} ` }),
      ),
      typed('response.completed', { response: response(talk, 'completed') }),
    ],
  };
}

/** Vectors that tell nothing but the length of a text. */
export function embed(model: string, texts: readonly string[]) {
  const tokens = texts.flatMap(wordsOf).length;
  return {
    object: 'list',
    model,
    data: texts.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: [text.length / 100, 0.5, -0.25],
    })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}
