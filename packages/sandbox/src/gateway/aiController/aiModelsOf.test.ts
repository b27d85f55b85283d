import { aiModelsOf } from './aiModelsOf';
import {
  aiObjects,
  anAiRoute,
  anAiServiceBackend,
  aRule,
} from './__testUtils__/aiBuilders';

const created = { creationTimestamp: '2026-01-01T00:00:00Z' };

describe('aiModelsOf', () => {
  it('tells what the processor must know of a model', () => {
    const costs = [{ metadataKey: 'total', type: 'TotalToken' }];
    const rule = aRule('chat', {
      backendRefs: [{ name: 'chat', modelNameOverride: 'served' }],
      modelsOwnedBy: 'tenant-a',
      modelsCreatedAt: '2026-01-02T00:00:00Z',
    });
    const spec = { llmRequestCosts: costs };
    const route = anAiRoute({ rules: [rule], spec, metadata: created });
    expect(aiModelsOf(aiObjects([route], [anAiServiceBackend()]))).toEqual([
      {
        route: 'model-gateway/chat',
        ruleIndex: 0,
        hostnames: ['api.test'],
        modelNames: ['public/chat'],
        ownedBy: 'tenant-a',
        createdAt: Date.UTC(2026, 0, 2) / 1000,
        backend: {
          schemaPrefix: 'openai/v1',
          modelNameOverride: 'served',
          removedHeaders: [],
        },
        costs,
      },
    ]);
  });

  it('has defaults: the age of the route, the AI Gateway as owner, prefix v1', () => {
    const route = anAiRoute({ metadata: created });
    const backend = anAiServiceBackend('chat', { name: 'OpenAI' });
    expect(aiModelsOf(aiObjects([route], [backend]))).toMatchObject([
      {
        createdAt: Date.UTC(2026, 0, 1) / 1000,
        ownedBy: 'Envoy AI Gateway',
        backend: { schemaPrefix: 'v1' },
      },
    ]);
  });

  it.each(['/openai/v1/', 'openai/v1', 'openai/v1/'])(
    'takes the slashes off the ends of prefix %s',
    prefix => {
      const backend = anAiServiceBackend('chat', { name: 'OpenAI', prefix });
      const [model] = aiModelsOf(aiObjects([anAiRoute()], [backend]));
      expect(model?.backend.schemaPrefix).toBe('openai/v1');
    },
  );

  it('numbers the rules and takes no other header for a model name', () => {
    const other = { type: 'Exact', name: 'x-other', value: 'no' };
    const pattern = {
      type: 'RegularExpression',
      name: 'x-ai-eg-model',
      value: 'no.*',
    };
    const rules = [
      aRule('chat'),
      aRule('chat', { matches: [{ headers: [other, pattern] }] }),
    ];
    const route = anAiRoute({ rules });
    expect(
      aiModelsOf(aiObjects([route], [anAiServiceBackend()])).map(
        ({ ruleIndex, modelNames }) => [ruleIndex, modelNames],
      ),
    ).toEqual([
      [0, ['public/chat']],
      [1, []],
    ]);
  });

  it('leaves out routes that lack a backend or are being deleted, as a whole', () => {
    const half = anAiRoute({
      name: 'half',
      rules: [aRule('chat'), aRule('missing')],
    });
    const ending = anAiRoute({
      name: 'ending',
      rules: [aRule('chat')],
      metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' },
    });
    const objects = aiObjects([half, ending], [anAiServiceBackend()]);
    expect(aiModelsOf(objects)).toEqual([]);
  });
});
