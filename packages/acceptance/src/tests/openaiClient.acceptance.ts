import { setTimeout as sleep } from 'node:timers/promises';
import { tenantC } from '../client/callers';
import { OpenAI, openaiClient } from '../client/openaiClient';
import { publishChat, PublishedChat } from '../client/publishChat';
import { WIDE_LIMITS } from '../client/publishIris';
import { ifAiGateway, ifExtraModels, modelsEcho } from '../client/target';

/** What models answer to it repeats it: 3 tokens in, 5 out. */
const QUESTION = 'how are you';
const ANSWER = `you said: ${QUESTION}`;

const askIn = (openai: OpenAI, { openai: { model } }: PublishedChat) =>
  openai.chat.completions.create({
    model,
    messages: [{ role: 'user', content: QUESTION }],
  });

/** What a call fails with. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded');
}

ifAiGateway(
  'with Envoy AI Gateway: the official OpenAI client, with base URL and key of a publication',
  () => {
    let model: PublishedChat;
    let client: OpenAI;

    beforeEach(async () => {
      model = await publishChat();
      client = openaiClient(model);
    });

    it('completes chats', async () => {
      const { choices, usage } = await askIn(client, model);
      expect(choices[0]?.message.content).toBe(ANSWER);
      expect(usage).toMatchObject({
        prompt_tokens: 3,
        completion_tokens: 5,
        total_tokens: 8,
      });
    });

    it('streams chats in parts, the usage at the end', async () => {
      const stream = await client.chat.completions.create({
        model: model.openai.model,
        messages: [{ role: 'user', content: QUESTION }],
        stream: true,
        stream_options: { include_usage: true },
      });
      const parts: string[] = [];
      const usages: unknown[] = [];
      for await (const { choices, usage } of stream) {
        const part = choices[0]?.delta.content;
        if (part) {
          parts.push(part);
        }
        usages.push(usage);
      }
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.join('').trim()).toBe(ANSWER);
      expect(usages.at(-1)).toMatchObject({ total_tokens: 8 });
    });

    if (modelsEcho) {
      it('gets the parts of a stream as the model gives them', async () => {
        const delayMs = 200;
        const stream = await client.chat.completions.create(
          {
            model: model.openai.model,
            messages: [{ role: 'user', content: QUESTION }],
            stream: true,
          },
          { headers: { 'x-test-delay-ms': String(delayMs) } },
        );
        const times: number[] = [];
        for await (const part of stream) {
          expect(part.object).toBe('chat.completion.chunk');
          times.push(Date.now());
        }
        const [first = 0] = times;
        // Five words, with a pause after each; an answer that was held back would come at once.
        expect(Number(times.at(-1)) - first).toBeGreaterThan(2 * delayMs);
      });
    }

    it('embeds', async () => {
      const { data, usage } = await client.embeddings.create({
        model: model.openai.model,
        input: [QUESTION, 'fine'],
        // The client asks for base64 by default, which small servers do not know.
        encoding_format: 'float',
      });
      expect(data.map(({ index }) => index)).toEqual([0, 1]);
      expect(data[0]?.embedding.length).toBeGreaterThan(0);
      expect(usage.total_tokens).toBe(4);
    });

    it('retrieves the model by its name', async () => {
      expect(await client.models.retrieve(model.openai.model)).toMatchObject({
        id: 'chat',
        object: 'model',
        owned_by: 'tenant-a',
      });
    });

    it('says that a wrong key is wrong, wherever it is used', async () => {
      const stranger = openaiClient(model, { key: 'mp_wrong' });
      const failures = await Promise.all([
        failureOf(askIn(stranger, model)),
        failureOf(stranger.models.retrieve(model.openai.model)),
      ]);
      for (const failure of failures) {
        expect(failure).toBeInstanceOf(OpenAI.AuthenticationError);
      }
    });

    it('says that a model does not exist', async () => {
      const failure = await failureOf(
        client.chat.completions.create({
          model: 'no-such-model',
          messages: [{ role: 'user', content: QUESTION }],
        }),
      );
      expect(failure).toBeInstanceOf(OpenAI.NotFoundError);
    });
  },
);

ifAiGateway(
  'with Envoy AI Gateway: the official OpenAI client at a limit',
  () => {
    it('says that it is the limit', async () => {
      const burstLimit = 2;
      const model = await publishChat({
        rateLimiting: { ...WIDE_LIMITS, burstLimit },
      });
      const client = openaiClient(model);
      await sleep(1_000);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 * burstLimit }, () => askIn(client, model)),
      );
      const failures = outcomes.flatMap(outcome =>
        outcome.status === 'rejected' ? [outcome.reason] : [],
      );
      expect(failures.length).toBeGreaterThan(0);
      expect(outcomes.length - failures.length).toBeGreaterThanOrEqual(
        burstLimit,
      );
      for (const failure of failures) {
        expect(failure).toBeInstanceOf(OpenAI.RateLimitError);
      }
    });
  },
);

ifExtraModels(
  'with Envoy AI Gateway and a model that knows the Responses API: the official OpenAI client',
  () => {
    const publishChat3 = () =>
      publishChat(
        { tenantId: 'tenant-c' },
        { model: 'chat3', caller: tenantC },
      );

    it('gets responses', async () => {
      const model = await publishChat3();
      const response = await openaiClient(model).responses.create({
        model: model.openai.model,
        input: QUESTION,
      });
      expect(response.status).toBe('completed');
      expect(response.output_text).toBe(ANSWER);
      expect(response.usage).toMatchObject({
        input_tokens: 3,
        output_tokens: 5,
        total_tokens: 8,
      });
    });

    it('gets responses in parts, the whole at the end', async () => {
      const model = await publishChat3();
      const stream = await openaiClient(model).responses.create({
        model: model.openai.model,
        input: QUESTION,
        stream: true,
      });
      const parts: string[] = [];
      const types: string[] = [];
      let total: number | undefined;
      for await (const event of stream) {
        types.push(event.type);
        if (event.type === 'response.output_text.delta') {
          parts.push(event.delta);
        }
        if (event.type === 'response.completed') {
          total = event.response.usage?.total_tokens;
        }
      }
      expect(types.at(0)).toBe('response.created');
      expect(types.at(-1)).toBe('response.completed');
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.join('').trim()).toBe(ANSWER);
      expect(total).toBe(8);
    });

    it('gets no response with the key of another model', async () => {
      const model = await publishChat3();
      const { apiKey } = await publishChat();
      const failure = await failureOf(
        openaiClient(model, { key: apiKey }).responses.create({
          model: model.openai.model,
          input: QUESTION,
        }),
      );
      expect(failure).toBeInstanceOf(OpenAI.PermissionDeniedError);
    });
  },
);

ifExtraModels(
  'with Envoy AI Gateway and an LLMInferenceService: the official OpenAI client',
  () => {
    it('completes chats as with any other model', async () => {
      const model = await publishChat({}, { model: 'llm' });
      const { choices } = await askIn(openaiClient(model), model);
      expect(choices[0]?.message.content).toBe(ANSWER);
    });
  },
);
