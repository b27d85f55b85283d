import {
  aModel,
  anAiRouteOnListener,
  aRequest,
} from '../__testUtils__/builders';
import { AiModel } from './AiModel';
import { AiProcessor } from './AiProcessor';
import { AiRequest } from './aiRequests';

const question: AiRequest = {
  operation: 'chat',
  model: 'public/chat',
  body: { model: 'public/chat', messages: [] },
};

/** A processor whose time is told by hand. */
function startProcessor(latest: () => readonly AiModel[]) {
  let tick: (() => void) | undefined;
  const processor = new AiProcessor(latest, call => {
    tick = call;
    return () => {
      tick = undefined;
    };
  });
  processor.start();
  return { processor, tick: () => tick?.() };
}

const knowing = (...models: AiModel[]) =>
  startProcessor(() => models).processor;

function bodyOf(
  processor: AiProcessor,
  fields: object,
  operation: AiRequest['operation'] = 'chat',
): unknown {
  const request = { ...question, operation, body: { model: 'x', ...fields } };
  const sent = processor.process(anAiRouteOnListener(), aRequest(), request);
  return JSON.parse(sent?.body.toString() ?? 'null');
}

describe('AiProcessor', () => {
  it('learns of changes only when it looks again, and never after its end', () => {
    let latest: AiModel[] = [];
    const { processor, tick } = startProcessor(() => latest);
    const isKnown = () =>
      processor.process(anAiRouteOnListener(), aRequest(), question) !==
      undefined;
    latest = [aModel()];
    expect(isKnown()).toBe(false);
    tick();
    expect(isKnown()).toBe(true);
    latest = [];
    expect(isKnown()).toBe(true);
    processor.close();
    tick();
    expect(isKnown()).toBe(true);
  });

  it.each([
    ['another route', { routeKey: 'model-gateway/other' }],
    ['another rule', { ruleIndex: 1 }],
  ])('does not know the models of %s', (_, fields) => {
    const route = anAiRouteOnListener(fields);
    const processor = knowing(aModel());
    expect(processor.process(route, aRequest(), question)).toBeUndefined();
  });

  it('takes out the headers that the model is not to see, in any spelling', () => {
    const processor = knowing(
      aModel({
        backend: { schemaPrefix: 'v1', removedHeaders: ['X-Api-Key'] },
      }),
    );
    const request = aRequest({ headers: { 'x-api-key': 'k' } });
    processor.process(anAiRouteOnListener(), request, question);
    expect([...request.headers.keys()]).toEqual([]);
  });

  it.each([
    ['openai/v1', '/v1/chat/completions', '/openai/v1/chat/completions'],
    ['v1', '/v1/embeddings', '/v1/embeddings'],
  ])('puts prefix %s before %s', (schemaPrefix, path, expected) => {
    const processor = knowing(
      aModel({ backend: { schemaPrefix, removedHeaders: [] } }),
    );
    const sent = processor.process(
      anAiRouteOnListener(),
      aRequest({ path }),
      question,
    );
    expect(sent?.path).toBe(expected);
  });

  it('names the model as its server does, and leaves all else', () => {
    const fields = { user: 'me', messages: [{ role: 'user' }] };
    expect(bodyOf(knowing(aModel()), fields)).toEqual({
      ...fields,
      model: 'chat',
    });
    const unnamed = aModel({
      backend: { schemaPrefix: 'v1', removedHeaders: [] },
    });
    expect(bodyOf(knowing(unnamed), fields)).toEqual({ ...fields, model: 'x' });
  });

  it.each<[string, AiRequest['operation'], object, object]>([
    ['streams of chats', 'chat', {}, { include_usage: true }],
    [
      'streams whose client says no',
      'chat',
      { stream_options: { include_usage: false, other: 1 } },
      { include_usage: true, other: 1 },
    ],
    ['streams of completions', 'completion', {}, { include_usage: true }],
  ])('asks for the usage of %s', (_, operation, fields, expected) => {
    const body = { stream: true, ...fields };
    expect(bodyOf(knowing(aModel()), body, operation)).toMatchObject({
      stream_options: expected,
    });
  });

  it.each<[string, AiModel, AiRequest['operation'], object]>([
    ['whole answers', aModel(), 'chat', {}],
    [
      'streams that cost nothing',
      aModel({ costs: [] }),
      'chat',
      { stream: true },
    ],
    [
      'responses, which tell it anyway',
      aModel(),
      'responses',
      { stream: true },
    ],
  ])('does not ask for the usage of %s', (_, model, operation, fields) => {
    expect(bodyOf(knowing(model), fields, operation)).not.toHaveProperty(
      'stream_options',
    );
  });

  it('lists the models of the hostname, the most specific one', () => {
    const processor = knowing(
      aModel({ modelNames: ['one', 'two'] }),
      aModel({ hostnames: ['*.test'], modelNames: ['wild'] }),
      aModel({ hostnames: [], modelNames: ['everywhere'], ownedBy: 'all' }),
    );
    const namesAt = (host: string) => {
      const request = aRequest({ path: '/v1/models', host });
      const { status, body, headers } = processor.answer(request);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/json');
      const { data } = JSON.parse(body);
      return data.map(({ id }: { id: string }) => id);
    };
    expect(namesAt('api.test')).toEqual(['one', 'two', 'everywhere']);
    expect(namesAt('other.test')).toEqual(['wild', 'everywhere']);
    expect(namesAt('elsewhere')).toEqual(['everywhere']);
  });

  it('describes a model as OpenAI does', () => {
    const { body } = knowing(aModel()).answer(aRequest({ path: '/v1/models' }));
    expect(JSON.parse(body)).toEqual({
      object: 'list',
      data: [
        {
          id: 'public/chat',
          object: 'model',
          created: 1_767_225_600,
          owned_by: 'tenant-a',
        },
      ],
    });
  });

  it('refuses other paths', () => {
    expect(knowing().answer(aRequest({ path: '/v1/rerank' }))).toMatchObject({
      status: 404,
      body: 'unsupported path: /v1/rerank',
    });
  });
});
