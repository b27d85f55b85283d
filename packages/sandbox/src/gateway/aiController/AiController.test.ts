import { createKubernetesApi } from '../../kubernetes/createKubernetesApi';
import { NewObject } from '../../kubernetes/ObjectStore';
import { eventually } from '../../kubernetes/__testUtils__/eventually';
import { AiController } from './AiController';
import {
  anAiRoute,
  anAiServiceBackend,
  aRule,
} from './__testUtils__/aiBuilders';

const namespace = 'model-gateway';
const aiGroup = 'aigateway.envoyproxy.io';
const gateway: NewObject = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name: 'models', namespace },
  spec: { gatewayClassName: 'envoy', listeners: [] },
};

describe('AiController', () => {
  const now = Date.UTC(2026, 0, 1, 12);
  let api: ReturnType<typeof createKubernetesApi>;
  let controller: AiController;

  const get = (plural: string, group: string, name = 'chat') =>
    api.store.get(plural, group, namespace, name);
  const httpRoute = () => get('httproutes', 'gateway.networking.k8s.io');
  const conditionsOf = (plural = 'aigatewayroutes', name = 'chat') =>
    get(plural, aiGroup, name)?.status;
  const remove = (plural: string, group: string, name = 'chat') =>
    api.store.remove({ plural, group, namespace, name });

  beforeEach(() => {
    api = createKubernetesApi({ tokens: {} });
    const metadata = { name: namespace };
    api.store.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
    api.store.create(gateway);
    controller = new AiController({ store: api.store, clock: () => now });
  });
  afterEach(() => {
    controller.close();
    api.close();
  });

  async function startWith(...objects: NewObject[]): Promise<void> {
    objects.forEach(object => api.store.create(object));
    controller.start();
    await eventually(() => expect(conditionsOf()).toBeDefined());
  }

  it('accepts routes and backends, with the time and without a generation', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    const accepted = {
      type: 'Accepted',
      status: 'True',
      reason: 'ReconciliationSucceeded',
      lastTransitionTime: '2026-01-01T12:00:00Z',
    };
    expect(conditionsOf()).toEqual({
      conditions: [
        { ...accepted, message: 'AI Gateway Route reconciled successfully' },
      ],
    });
    expect(conditionsOf('aiservicebackends')).toEqual({
      conditions: [
        { ...accepted, message: 'AIServiceBackend reconciled successfully' },
      ],
    });
  });

  it('makes an HTTPRoute, and writes nothing when nothing changes', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    const before = httpRoute()?.metadata.resourceVersion;
    expect(before).toBeDefined();
    controller.close();
    controller.start();
    expect(httpRoute()?.metadata.resourceVersion).toBe(before);
  });

  it.each<[string, (live: NewObject) => NewObject]>([
    ['another spec', live => ({ ...live, spec: { rules: [] } })],
    [
      'no annotation that marks it',
      live => ({ ...live, metadata: { ...live.metadata, annotations: {} } }),
    ],
  ])('mends an HTTPRoute that was given %s', async (_, edit) => {
    await startWith(anAiServiceBackend(), anAiRoute());
    const before = httpRoute();
    api.store.write(edit(before ?? anAiRoute()), 'somebody');
    await eventually(() => {
      expect(httpRoute()?.spec).toEqual(before?.spec);
      expect(httpRoute()?.metadata.annotations).toEqual(
        before?.metadata.annotations,
      );
    });
  });

  it('does not give back the owner that somebody took out', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    const live = httpRoute() ?? anAiRoute();
    const metadata = { ...live.metadata, ownerReferences: undefined };
    api.store.write({ ...live, metadata, spec: { rules: [] } }, 'somebody');
    await eventually(() => expect(httpRoute()?.spec).toEqual(live.spec));
    expect(httpRoute()?.metadata).not.toHaveProperty('ownerReferences');
  });

  it('brings back what was deleted', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    remove('httproutes', 'gateway.networking.k8s.io');
    const filterName = 'ai-eg-host-rewrite-chat';
    remove('httproutefilters', 'gateway.envoyproxy.io', filterName);
    await eventually(() => {
      expect(httpRoute()).toBeDefined();
      expect(
        get('httproutefilters', 'gateway.envoyproxy.io', filterName),
      ).toBeDefined();
    });
  });

  it('refuses a route without its backend until that is there', async () => {
    await startWith(anAiRoute());
    expect(conditionsOf()).toMatchObject({
      conditions: [
        {
          type: 'NotAccepted',
          status: 'False',
          reason: 'ReconciliationFailed',
          message:
            'failed to construct a new HTTPRoute: failed to get AIServiceBackend chat.model-gateway: AIServiceBackend chat.model-gateway not found',
        },
      ],
    });
    expect(httpRoute()).toBeUndefined();
    api.store.create(anAiServiceBackend());
    await eventually(() => {
      expect(conditionsOf()).toMatchObject({
        conditions: [{ type: 'Accepted' }],
      });
      expect(httpRoute()).toBeDefined();
    });
  });

  it('keeps what it has made when a backend goes', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    remove('aiservicebackends', aiGroup);
    await eventually(() =>
      expect(get('aiservicebackends', aiGroup)).toBeUndefined(),
    );
    expect(conditionsOf()).toMatchObject({
      conditions: [{ type: 'Accepted' }],
    });
    expect(httpRoute()).toBeDefined();
    expect(controller.models()).toHaveLength(1);
  });

  it('refuses a route of a Gateway that is not there, until it is', async () => {
    const spec = { parentRefs: [{ name: 'later' }] };
    await startWith(anAiServiceBackend(), anAiRoute({ spec }));
    expect(conditionsOf()).toMatchObject({
      conditions: [
        {
          type: 'NotAccepted',
          message:
            'failed to sync gw pods: gateway model-gateway/later not found: Gateway.gateway.networking.k8s.io "later" not found',
        },
      ],
    });
    api.store.create({ ...gateway, metadata: { name: 'later', namespace } });
    await eventually(() =>
      expect(conditionsOf()).toMatchObject({
        conditions: [{ type: 'Accepted' }],
      }),
    );
  });

  it('lets a deleted route go, with all that it has made', async () => {
    await startWith(anAiServiceBackend(), anAiRoute());
    expect(get('aigatewayroutes', aiGroup)?.metadata.finalizers).toEqual([
      'aigateway.envoyproxy.io/finalizer',
    ]);
    remove('aigatewayroutes', aiGroup);
    expect(get('aigatewayroutes', aiGroup)).toBeDefined();
    await eventually(() => {
      expect(get('aigatewayroutes', aiGroup)).toBeUndefined();
      expect(httpRoute()).toBeUndefined();
      expect(
        api.store.list('httproutefilters', 'gateway.envoyproxy.io'),
      ).toEqual([]);
    });
    expect(controller.models()).toEqual([]);
  });

  it('leaves the finalizers of others', async () => {
    const metadata = { finalizers: ['example.test/other'] };
    await startWith(anAiServiceBackend(), anAiRoute({ metadata }));
    remove('aigatewayroutes', aiGroup);
    await eventually(() =>
      expect(get('aigatewayroutes', aiGroup)?.metadata.finalizers).toEqual([
        'example.test/other',
      ]),
    );
  });

  it('tells the models of all routes', async () => {
    const second = anAiRoute({ name: 'two', rules: [aRule('chat')] });
    await startWith(anAiServiceBackend(), anAiRoute(), second);
    expect(controller.models().map(({ route }) => route)).toEqual([
      'model-gateway/chat',
      'model-gateway/two',
    ]);
  });
});
