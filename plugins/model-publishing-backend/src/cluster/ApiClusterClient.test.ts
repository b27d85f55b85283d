import { ConflictError } from '@backstage/errors';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { ApiClusterClient } from './ApiClusterClient';
import { ConnectedKubeConfig } from './connectCluster';
import { ConfigMap } from './resources/ConfigMap';

const name = { namespace: 'here', name: 'one' };
const discovery = {
  kind: 'APIResourceList',
  groupVersion: 'v1',
  resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }],
};
const failure = (code: number, reason: string) => ({
  code,
  body: { kind: 'Status', code, reason, details: { name: 'one' } },
});

describe('ApiClusterClient', () => {
  let server: Server;
  let client: ApiClusterClient;
  let connections: number;
  let requests: IncomingMessage[];
  let answer: (request: IncomingMessage) => { code?: number; body: unknown };
  const watchFailures: Error[] = [];

  beforeEach(async () => {
    connections = 0;
    requests = [];
    server = createServer(
      (request: IncomingMessage, response: ServerResponse) => {
        requests.push(request);
        const { code = 200, body } =
          request.url === '/api/v1' ? { body: discovery } : answer(request);
        request.resume();
        response
          .writeHead(code, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(body));
      },
    );
    server.on('connection', () => connections++);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const config = new ConnectedKubeConfig({
      name: 'test',
      url: `http://127.0.0.1:${port}`,
      getToken: async () => 'the-token',
      skipTlsVerify: true,
    });
    client = new ApiClusterClient('test', config, {
      onWatchFailure: error => watchFailures.push(error),
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('sends all calls of a caller over one connection, with its token', async () => {
    answer = () => ({ body: { metadata: name } });
    for (let call = 0; call < 20; call++) {
      await client.get(ConfigMap, name);
    }
    expect(connections).toBe(1);
    expect(
      requests.every(
        ({ headers }) => headers.authorization === 'Bearer the-token',
      ),
    ).toBe(true);
  });

  it('applies with force under one field manager', async () => {
    answer = () => ({ body: { metadata: name } });
    await client.apply(ConfigMap, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: name,
    });
    const [request] = requests.slice(-1);
    expect(request?.url).toContain('fieldManager=model-publishing&force=true');
    expect(request?.headers['content-type']).toContain(
      'application/apply-patch+yaml',
    );
  });

  it('answers undefined or false for objects that do not exist', async () => {
    answer = () => failure(404, 'NotFound');
    await expect(client.get(ConfigMap, name)).resolves.toBeUndefined();
    await expect(
      client.mergePatch(ConfigMap, name, { data: {} }),
    ).resolves.toBeUndefined();
    await expect(client.delete(ConfigMap, name)).resolves.toBe(false);
  });

  it('says when an object exists already', async () => {
    answer = () => failure(409, 'AlreadyExists');
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: name };
    await expect(client.create(ConfigMap, object)).rejects.toThrow(
      ConflictError,
    );
  });

  it('reads lists page by page, and gives every object its kind', async () => {
    answer = ({ url }) =>
      url?.includes('continue=next')
        ? {
            body: {
              metadata: { resourceVersion: '7' },
              items: [{ metadata: { name: 'b' } }],
            },
          }
        : {
            body: {
              metadata: { resourceVersion: '7', continue: 'next' },
              items: [{ metadata: { name: 'a' } }],
            },
          };
    const { items, resourceVersion } = await client.list(ConfigMap, {
      namespace: 'here',
    });
    expect(resourceVersion).toBe('7');
    expect(
      items.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual(['ConfigMap a', 'ConfigMap b']);
  });

  it('watches what it has listed', async () => {
    const stop = new AbortController();
    const event = {
      type: 'ADDED',
      object: {
        kind: 'ConfigMap',
        metadata: { ...name, resourceVersion: '8' },
      },
    };
    answer = ({ url }) =>
      url?.includes('watch=true')
        ? { body: event }
        : { body: { metadata: { resourceVersion: '7' }, items: [] } };
    const watch = client.watch(ConfigMap, { namespace: 'here' });
    const seen = new Promise(resolve => {
      watch.onChange(resolve);
    });
    watch.start(stop.signal);
    await expect(seen).resolves.toMatchObject({
      type: 'added',
      object: event.object,
    });
    stop.abort();
  });
});
