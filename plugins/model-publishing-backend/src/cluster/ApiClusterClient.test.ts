import { ApiClusterClient } from './ApiClusterClient';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { systemTiming } from './ListAndWatch';
import { Backend } from './resources/Backend';
import { ClusterServingRuntime } from './resources/ClusterServingRuntime';
import { ConfigMap } from './resources/ConfigMap';
import {
  Answer,
  sendJson,
  startTestApiServer,
  TestApiServer,
} from './__testUtils__/startTestApiServer';

const name = { namespace: 'here', name: 'one' };
const aConfigMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: name };
const aBackend = {
  apiVersion: Backend.apiVersion,
  kind: Backend.kind,
  metadata: name,
  spec: { endpoints: [] },
};

describe('ApiClusterClient', () => {
  let server: TestApiServer;

  async function clientOf(answer: Answer) {
    server = await startTestApiServer(answer, { token: 'the-token' });
    return new ApiClusterClient(
      'main',
      new ConnectedKubeConfig(server.connection),
      {
        onWatchFailure: () => {},
        onListenerFailure: () => {},
        timing: systemTiming,
      },
    );
  }

  const echo: Answer = (_, response) => sendJson(response, aConfigMap);
  const refuse =
    (code: number, status: object): Answer =>
    (_, response) =>
      sendJson(response, { kind: 'Status', ...status }, code);

  afterEach(() => server.close());

  const pathOfOne = '/api/v1/namespaces/here/configmaps/one';
  it.each<
    [
      string,
      (client: ApiClusterClient) => Promise<unknown>,
      Partial<TestApiServer['requests'][number]>,
    ]
  >([
    [
      'get',
      client => client.get(ConfigMap, name),
      { method: 'GET', path: pathOfOne, query: {}, body: undefined },
    ],
    [
      'get of a kind without namespaces',
      client => client.get(ClusterServingRuntime, { namespace: '', name: 'a' }),
      { path: '/apis/serving.kserve.io/v1alpha1/clusterservingruntimes/a' },
    ],
    [
      'create',
      client => client.create(ConfigMap, aConfigMap),
      {
        method: 'POST',
        path: '/api/v1/namespaces/here/configmaps',
        query: { fieldManager: 'model-publishing' },
        body: aConfigMap,
      },
    ],
    [
      'replace',
      client => client.replace(ConfigMap, aConfigMap),
      { method: 'PUT', path: pathOfOne, body: aConfigMap },
    ],
    [
      'apply',
      client => client.apply(Backend, aBackend),
      {
        method: 'PATCH',
        path: '/apis/gateway.envoyproxy.io/v1alpha1/namespaces/here/backends/one',
        query: { fieldManager: 'model-publishing', force: 'true' },
        headers: expect.objectContaining({
          'content-type': 'application/apply-patch+yaml',
        }),
        body: aBackend,
      },
    ],
    [
      'dry run',
      client => client.apply(Backend, aBackend, { dryRun: true }),
      {
        query: {
          fieldManager: 'model-publishing',
          force: 'true',
          dryRun: 'All',
        },
      },
    ],
    [
      'merge patch',
      client =>
        client.mergePatch(ConfigMap, name, {
          metadata: { annotations: { gone: null } },
          data: { gone: null, new: '1' },
        }),
      {
        method: 'PATCH',
        path: pathOfOne,
        headers: expect.objectContaining({
          'content-type': 'application/merge-patch+json',
        }),
        body: {
          ...aConfigMap,
          metadata: { ...name, annotations: { gone: null } },
          data: { gone: null, new: '1' },
        },
      },
    ],
    [
      'delete',
      client => client.delete(ConfigMap, name, { uid: 'u' }),
      {
        method: 'DELETE',
        path: pathOfOne,
        query: { propagationPolicy: 'Background' },
        body: { preconditions: { uid: 'u' } },
      },
    ],
    [
      'list',
      client =>
        client.list(ConfigMap, {
          namespace: 'here',
          labelSelector: 'a=b',
          limit: 2,
          continue: 'next',
        }),
      {
        method: 'GET',
        path: '/api/v1/namespaces/here/configmaps',
        query: { labelSelector: 'a=b', limit: '2', continue: 'next' },
      },
    ],
  ])('sends a %s as one request, with its token', async (_, send, expected) => {
    const client = await clientOf(echo);
    await send(client);

    expect(server.requests).toEqual([expect.objectContaining(expected)]);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('hands over answers as they were sent', async () => {
    const answer = {
      ...aConfigMap,
      metadata: { ...name, creationTimestamp: '2026-01-01T00:00:00Z', new: 1 },
      unknown: ['field'],
    };
    const client = await clientOf((_, response) => sendJson(response, answer));

    expect(await client.get(ConfigMap, name)).toEqual(answer);
  });

  it('changes nothing in the objects that it is given', async () => {
    const client = await clientOf(echo);
    const object = structuredClone(aConfigMap);
    await client.create(ConfigMap, object);
    await client.apply(ConfigMap, object);

    expect(object).toEqual(aConfigMap);
  });

  it('answers undefined or false for objects that do not exist', async () => {
    const client = await clientOf(
      refuse(404, { reason: 'NotFound', details: { name: 'one' } }),
    );

    expect(await client.get(ConfigMap, name)).toBeUndefined();
    expect(await client.mergePatch(ConfigMap, name, {})).toBeUndefined();
    expect(await client.delete(ConfigMap, name)).toBe(false);
    await expect(client.replace(ConfigMap, aConfigMap)).rejects.toThrow(
      'ConfigMap "one" is not in cluster "main"',
    );
  });

  it('takes a missing CRD for an error, whatever the call', async () => {
    const client = await clientOf((_, response) =>
      response.writeHead(404).end('404 page not found\n'),
    );

    for (const failure of [
      client.get(Backend, name),
      client.list(Backend, { namespace: 'here' }),
      client.delete(Backend, name),
      client.mergePatch(Backend, name, {}),
      client.apply(Backend, aBackend),
    ]) {
      await expect(failure).rejects.toThrow(
        'Kubernetes cluster "main" has no Backend (gateway.envoyproxy.io/v1alpha1); install its CRD',
      );
    }
  });

  it('says why an object was refused', async () => {
    const client = await clientOf(refuse(422, { message: 'spec.a: bad' }));

    await expect(client.apply(Backend, aBackend)).rejects.toThrow(
      'Backend "one" was refused by the API server of cluster "main": spec.a: bad',
    );
  });

  it('reads lists page by page, and gives every object its kind', async () => {
    const client = await clientOf(({ query }, response) =>
      sendJson(response, {
        metadata: {
          resourceVersion: '7',
          ...(query.continue ? {} : { continue: 'next' }),
        },
        items: [{ metadata: { name: query.continue ? 'b' : 'a' } }],
      }),
    );
    const all = await client.listAll(ConfigMap, { namespace: 'here' });

    expect(all).toEqual({
      resourceVersion: '7',
      items: ['a', 'b'].map(item => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: item },
      })),
    });
  });

  it('takes a list without items for an empty one', async () => {
    const client = await clientOf((_, response) =>
      sendJson(response, { metadata: { resourceVersion: '7' }, items: null }),
    );

    expect(await client.list(ConfigMap, {})).toEqual({
      items: [],
      resourceVersion: '7',
    });
  });
});
