import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, readMetadata } from '../client/gateway';
import { COMPLETE_OPENAI, objectsOfPublication } from '../client/objects';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { publishIris, withKey } from '../client/publishIris';
import { ifAiGateway, hostnames, modelsEcho, target } from '../client/target';

/** A call of one of the API's parts other than chat. */
const call = (
  { publicHostname, apiKey, openai }: PublishedChat,
  part: string,
  body: Record<string, unknown>,
) =>
  callGateway(`/v1/${part}`, {
    method: 'POST',
    host: publicHostname,
    headers: withKey(apiKey),
    body: { model: openai.model, ...body },
  });

ifAiGateway(
  'with Envoy AI Gateway: publishing an OpenAI-compatible model',
  () => {
    it('answers with base URL, model name and key, and is in force at once', async () => {
      const published = await publishChat();

      expect(published).toMatchObject({
        modelName: 'chat',
        modelType: 'openai',
        modelTypeRule: expect.stringContaining('Hugging Face server'),
        externalPath: '/v1/models/chat',
        effective: 'now',
        apiKeyReason: 'issued',
        warnings: [],
        openai: { model: 'chat' },
      });
      const baseUrl = new URL(published.openai.baseUrl);
      expect([baseUrl.hostname, baseUrl.pathname]).toEqual([
        hostnames.usual,
        '/v1',
      ]);
      const answer = await chat(published, withKey(published.apiKey));
      expect(answer.status).toBe(200);
      expect(await objectsOfPublication(published.id)).toEqual(COMPLETE_OPENAI);
      await eventually(async () => {
        const { phase, conditions } = await tenantA.get('chat', 'tenant-a');
        expect({ phase, conditions }).toMatchObject({
          phase: 'Published',
          conditions: conditions.map(() => ({ status: 'True' })),
        });
      });
    });

    it('serves chat, completions and embeddings to the holder of the key, in either header', async () => {
      const model = await publishChat();
      const bearer = { Authorization: `Bearer ${model.apiKey}` };

      for (const headers of [withKey(model.apiKey), bearer]) {
        const { status, text } = await chat(model, headers);
        expect(status).toBe(200);
        expect(JSON.parse(text)).toMatchObject({
          object: 'chat.completion',
          choices: [{ message: { content: 'you said: how are you' } }],
          usage: { total_tokens: 8 },
        });
      }
      const completion = await call(model, 'completions', { prompt: 'hello' });
      expect(JSON.parse(completion.text)).toMatchObject({
        choices: [{ text: expect.stringContaining('hello') }],
      });
      const embeddings = await call(model, 'embeddings', { input: 'hello' });
      expect(JSON.parse(embeddings.text)).toMatchObject({
        data: [{ object: 'embedding' }],
      });
    });

    it('streams, and reports the tokens at the end', async () => {
      const model = await publishChat();
      const { status, text } = await chat(model, withKey(model.apiKey), {
        stream: true,
      });
      const events = text
        .split('\n')
        .filter(line => line.startsWith('data: '))
        .map(line => line.slice('data: '.length));
      expect(status).toBe(200);
      expect(events.at(-1)).toBe('[DONE]');
      expect(events.length).toBeGreaterThan(4);
      expect(events.some(event => event.includes('"total_tokens"'))).toBe(true);
    });

    it('tells about the model to those who may use it', async () => {
      const model = await publishChat();
      const { status, text } = await readMetadata(model, withKey(model.apiKey));
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({
        id: 'chat',
        object: 'model',
        owned_by: 'tenant-a',
      });
      expect((await readMetadata(model)).status).toBe(401);
    });

    it('serves nobody else', async () => {
      const model = await publishChat();
      const iris = await publishIris();
      const clientId = `${model.id}.tenant-a.${model.apiKeyId}`;
      const refused: Array<Record<string, string>> = [
        {},
        withKey(''),
        withKey('mp_wrong'),
        withKey(`${model.apiKey}x`),
        withKey(iris.apiKey),
        { 'x-client-id': clientId },
        { ...withKey(iris.apiKey), 'x-client-id': clientId },
        { 'x-ai-eg-model': 'chat' },
      ];
      for (const headers of refused) {
        const statuses = [
          (await chat(model, headers)).status,
          (await readMetadata(model, headers)).status,
        ];
        expect({ headers: Object.keys(headers), statuses }).toEqual({
          headers: Object.keys(headers),
          statuses: [401, 401],
        });
      }
    });

    it('leads nowhere else: lists of models, other models and other parts of the server', async () => {
      const model = await publishChat();
      for (const path of [
        '/v1/models',
        '/anthropic/v1/models',
        '/v1/models?x',
      ]) {
        for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
          const statusWith = async (headers: Record<string, string>) =>
            (
              await callGateway(path, {
                method,
                host: model.publicHostname,
                headers,
                ...(method === 'POST' && { body: { model: 'chat' } }),
              })
            ).status;
          const statuses = [
            await statusWith({}),
            await statusWith(withKey(model.apiKey)),
          ];
          expect({ method, path, statuses }).toEqual({
            method,
            path,
            statuses: [401, 403],
          });
        }
      }
      const unknown = await chat(model, withKey(model.apiKey), {
        model: 'gpt',
      });
      expect(unknown.status).toBe(404);
      const tokenize = await call(model, 'score', { prompt: 'hello' });
      expect(tokenize.status).toBe(404);
      const health = await callGateway('/health', {
        host: model.publicHostname,
        headers: withKey(model.apiKey),
      });
      expect(health.status).toBe(404);
    });

    it('answers to its public name only, and asks the model for the one it knows', async () => {
      const model = await publishChat({ externalPath: '/v1/models/team/tiny' });
      expect(model.openai.model).toBe('team/tiny');
      const { status, text } = await chat(model, withKey(model.apiKey));
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ model: 'chat' });
      const byOtherName = await chat(model, withKey(model.apiKey), {
        model: 'chat',
      });
      expect(byOtherName.status).toBe(404);
    });

    it('may have dots in its name, as versions have', async () => {
      const model = await publishChat({
        externalPath: '/v1/models/team_1/tiny-2.5~b',
      });
      expect(model.openai.model).toBe('team_1/tiny-2.5~b');
      const { status } = await chat(model, withKey(model.apiKey));
      expect(status).toBe(200);
      expect((await readMetadata(model, withKey(model.apiKey))).status).toBe(
        200,
      );
    });

    it('takes large requests, up to the limit of the gateway', async () => {
      const model = await publishChat();
      const sized = (bytes: number) =>
        chat(model, withKey(model.apiKey), {
          messages: [{ role: 'user', content: 'x'.repeat(bytes) }],
        });
      expect((await sized(1024 * 1024)).status).toBe(200);
      expect((await sized(10 * 1024 * 1024)).status).toBe(200);
      expect((await sized(21 * 1024 * 1024)).status).toBe(413);
    });

    if (modelsEcho) {
      it('tells the model who calls, and never the key', async () => {
        const model = await publishChat();
        for (const headers of [
          withKey(model.apiKey),
          { Authorization: `Bearer ${model.apiKey}` },
        ]) {
          const answer = await chat(model, { ...headers, 'x-test-echo': '1' });
          const seen = String(answer.headers['x-received-headers']);
          expect(JSON.parse(seen)).toMatchObject({
            'x-client-id': `${model.id}.tenant-a.${model.apiKeyId}`,
          });
          expect(seen).not.toContain(model.apiKey);
        }
      });
    }

    it('gives a model name to one publication only', async () => {
      await publishChat();
      const second = await tenantA.send('POST', '/models/iris/publish', {
        config: {
          tenantId: 'tenant-a',
          modelType: 'openai',
          externalPath: '/v1/models/chat',
          publicHostname: hostnames.other,
        },
      });
      expect(second).toMatchObject({
        status: 409,
        body: { error: { details: [{ field: 'config.externalPath' }] } },
      });
    });

    it('leaves nothing when it is unpublished', async () => {
      const model = await publishChat();
      await tenantA.unpublish('chat', 'tenant-a');
      expect(await objectsOfPublication(model.id)).toEqual([]);
      expect([401, 404]).toContain(
        (await chat(model, withKey(model.apiKey))).status,
      );
      expect(
        (await readMetadata(model, withKey(model.apiKey))).status,
      ).not.toBe(200);
    });
  },
);

if (!target.hasAiGateway) {
  describe('publishing an OpenAI-compatible model without an AI Gateway', () => {
    it('is refused, and says what is missing', async () => {
      const answer = await tenantA.send('POST', '/models/iris/publish', {
        config: { tenantId: 'tenant-a', modelType: 'openai' },
      });
      expect(answer.status).toBe(501);
      expect(answer.text).toContain('install Envoy AI Gateway');
    });
  });
}
