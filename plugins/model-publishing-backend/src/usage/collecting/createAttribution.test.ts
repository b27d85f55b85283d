import { CounterSeries } from '@inference-portal/plugin-model-publishing-node';
import { CountedPublication } from './CountedPublication';
import { createAttribution } from './createAttribution';

const IRIS = 'a'.repeat(32);
const CHAT = 'b'.repeat(32);
const OPEN = 'c'.repeat(32);
const TWIN = 'd'.repeat(32);

const aPublication = (
  id: string,
  modelName?: string,
  countsByName = true,
): CountedPublication => ({
  id,
  uid: `uid of ${id}`,
  createdAt: 0,
  modelType: modelName === undefined ? 'traditional' : 'openai',
  modelName,
  countsByName,
  hasKey: keyId => keyId === 'key1',
});
const iris = aPublication(IRIS);
const chat = aPublication(CHAT, 'chat');
const open = aPublication(OPEN, 'open');
const attribute = createAttribution([
  iris,
  chat,
  open,
  aPublication(TWIN, 'twin'),
  aPublication('e'.repeat(32), 'twin'),
  // Of another hostname, and never called without a key.
  aPublication('9'.repeat(32), 'open', false),
]);

const route = (name: string, rule = 0) => ({
  namespace: 'model-gateway',
  name,
  rule,
});
const routeOf = (id: string, rule = 0) =>
  route(`published-model-some-model-${id}-01234567`, rule);
const keyOf = (id: string) => `${id}.tenant-a.key1`;
const nobodys = { tenant: '', keyId: '' };
const key1 = { tenant: 'tenant-a', keyId: 'key1' };

type Counted = Omit<CounterSeries, 'id' | 'target' | 'samples'>;

describe('counts', () => {
  it.each<[title: string, counted: Counted, whose: unknown]>([
    [
      'of a route are its publication’s',
      { measure: 'requests', route: routeOf(IRIS) },
      { publication: iris, ...nobodys },
    ],
    [
      'of refused requests too',
      { measure: 'rate-limited', route: routeOf(IRIS, 2) },
      { publication: iris, ...nobodys },
    ],
    [
      'of the rule that tells about a traditional model are no usage',
      { measure: 'requests', route: routeOf(IRIS, 3) },
      undefined,
    ],
    [
      'of the one rule of an OpenAI-compatible model are usage',
      { measure: 'requests', route: routeOf(CHAT, 0) },
      { publication: chat, ...nobodys },
    ],
    [
      'of what the AI Gateway adds to it are not',
      { measure: 'requests', route: routeOf(CHAT, 1) },
      undefined,
    ],
    [
      'of routes that tell about an OpenAI-compatible model are not',
      {
        measure: 'requests',
        route: route(`published-model-chat-${CHAT}-01234567-info`),
      },
      undefined,
    ],
    [
      'of other routes are not',
      { measure: 'requests', route: route('model-publishing-guard-models') },
      undefined,
    ],
    [
      'of publications that are not there are nobody’s yet',
      { measure: 'requests', route: routeOf('f'.repeat(32)) },
      undefined,
    ],
    [
      'of tokens are the key’s',
      { measure: 'tokens', clientId: keyOf(CHAT), modelName: 'twin' },
      { publication: chat, ...key1 },
    ],
    [
      'of tokens without a key are the model’s of that name',
      { measure: 'tokens', modelName: 'open' },
      { publication: open, ...nobodys },
    ],
    [
      'of tokens without a key are nobody’s when two have that name',
      { measure: 'tokens', modelName: 'twin' },
      'nobody',
    ],
    [
      'of tokens of a model name that nobody has are nobody’s',
      { measure: 'tokens', modelName: 'stranger' },
      'nobody',
    ],
    [
      'of tokens of a key of an earlier publication are not this one’s',
      { measure: 'tokens', clientId: `${CHAT}.tenant-a.key0` },
      undefined,
    ],
    [
      'of calls with a key of an earlier publication are the route’s, and no key’s',
      {
        measure: 'calls',
        clientId: `${IRIS}.tenant-a.key0`,
        route: routeOf(IRIS),
      },
      { publication: iris, ...nobodys },
    ],
    [
      'of tokens with a client id that is not ours are nobody’s',
      { measure: 'tokens', clientId: 'somebody', modelName: 'open' },
      undefined,
    ],
    [
      'of calls are the key’s',
      { measure: 'calls', clientId: keyOf(IRIS), route: routeOf(IRIS) },
      { publication: iris, ...key1 },
    ],
    [
      'of calls without a key are the route’s',
      { measure: 'calls', route: routeOf(IRIS) },
      { publication: iris, ...nobodys },
    ],
    [
      'of calls with a key of another model are the route’s, and no key’s',
      { measure: 'calls', clientId: keyOf(CHAT), route: routeOf(IRIS) },
      { publication: iris, ...nobodys },
    ],
    [
      'of calls of publications that are over are nobody’s, until there is another',
      { measure: 'calls', route: routeOf('f'.repeat(32)) },
      'nobody',
    ],
    [
      'of calls of other routes are nobody’s',
      { measure: 'calls', route: route('model-publishing-guard-models') },
      'nobody',
    ],
    [
      'of calls that ask about a model are no usage',
      { measure: 'calls', clientId: keyOf(IRIS), route: routeOf(IRIS, 3) },
      'nobody',
    ],
  ])('%s', (_title, counted, whose) => {
    expect(
      attribute({ id: 'some', target: 'envoy', samples: [], ...counted }),
    ).toEqual(whose);
  });
});
