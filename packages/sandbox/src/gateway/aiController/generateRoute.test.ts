import { generateRoute } from './generateRoute';
import {
  aiObjects,
  anAiRoute,
  anAiServiceBackend,
  aRule,
} from './__testUtils__/aiBuilders';

function generated(route = anAiRoute(), backends = [anAiServiceBackend()]) {
  const objects = aiObjects([route], backends);
  return objects.routes.flatMap(each => generateRoute(each, objects));
}

const specOf = (...parameters: Parameters<typeof generated>) =>
  generated(...parameters).find(({ kind }) => kind === 'HTTPRoute')?.spec;

describe('generateRoute', () => {
  it('makes two filters and a route of the same name, which belong to the AIGatewayRoute', () => {
    const objects = generated(anAiRoute({ metadata: { uid: 'u1' } }));
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'HTTPRouteFilter ai-eg-host-rewrite-chat',
      'HTTPRouteFilter ai-eg-route-not-found-response-chat',
      'HTTPRoute chat',
    ]);
    for (const { metadata } of objects) {
      expect(metadata).toMatchObject({
        namespace: 'model-gateway',
        ownerReferences: [
          { kind: 'AIGatewayRoute', name: 'chat', uid: 'u1', controller: true },
        ],
      });
    }
  });

  it('leads each rule to the Backends of its AIServiceBackends, and numbers them', () => {
    const rules = [aRule('chat'), aRule('other')];
    const backends = [anAiServiceBackend(), anAiServiceBackend('other')];
    const objects = generated(anAiRoute({ rules }), backends);
    expect(objects.at(-1)).toMatchObject({
      metadata: {
        annotations: {
          'gateway.envoyproxy.io/backend-ref-priority': '0:chat:0,1:other:0',
        },
      },
      spec: {
        rules: [
          {
            backendRefs: [{ kind: 'Backend', name: 'chat-server', weight: 1 }],
          },
          { backendRefs: [{ kind: 'Backend', name: 'other-server' }] },
          { name: 'route-not-found', matches: [{ path: { value: '/' } }] },
        ],
      },
    });
  });

  it.each([
    ['60 s', {}, { request: '60s' }],
    [
      'what the rule says',
      { timeouts: { request: '600s', backendRequest: '5s' } },
      { request: '600s', backendRequest: '5s' },
    ],
    [
      '60 s besides what the rule says',
      { timeouts: { backendRequest: '5s' } },
      { request: '60s', backendRequest: '5s' },
    ],
  ])('gives requests %s', (_, fields, timeouts) => {
    const route = anAiRoute({ rules: [aRule('chat', fields)] });
    expect(specOf(route)).toMatchObject({ rules: [{ timeouts }, {}] });
  });

  it('hands on labels and annotations', () => {
    const metadata = { labels: { team: 'a' }, annotations: { note: 'kept' } };
    expect(generated(anAiRoute({ metadata })).at(-1)).toMatchObject({
      metadata: { labels: { team: 'a' }, annotations: { note: 'kept' } },
    });
  });

  it('has no hostnames where the route has none', () => {
    const route = anAiRoute({ spec: { hostnames: [] } });
    expect(specOf(route)).not.toHaveProperty('hostnames');
  });
});
