import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { createClusterClients } from './createClusterClients';
import { ConfigMap } from './resources/ConfigMap';
import {
  Answer,
  sendJson,
  startTestApiServer,
} from './__testUtils__/startTestApiServer';

const instant = {
  clock: () => new Date(0),
  random: () => 0,
  pause: () => new Promise<void>(resolve => setImmediate(resolve)),
};

describe('createClusterClients', () => {
  it('makes one client for each cluster', async () => {
    const connect = jest.fn(async (name: string) => ({
      name,
      url: 'http://127.0.0.1:1',
      getToken: async () => undefined,
      skipTlsVerify: false,
    }));
    const clients = createClusterClients({
      connector: { list: async () => [], connect },
      logger: mockServices.logger.mock(),
    });
    const [one, again, other] = await Promise.all(
      ['a', 'a', 'b'].map(name => clients.get(name)),
    );

    expect(one).toBe(again);
    expect(other?.clusterName).toBe('b');
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('asks for a cluster again that was not there', async () => {
    const connect = jest.fn().mockRejectedValue(new NotFoundError('no'));
    const clients = createClusterClients({
      connector: { list: async () => [], connect },
      logger: mockServices.logger.mock(),
    });

    await expect(clients.get('a')).rejects.toThrow(NotFoundError);
    await expect(clients.get('a')).rejects.toThrow(NotFoundError);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('watches over expired versions and broken connections, and logs and counts the latter', async () => {
    const logger = mockServices.logger.mock();
    const failed = jest.fn();
    const lists = [['a'], ['a', 'b'], ['b']];
    const streams: Array<
      (end: { end(text?: string): void; destroy(): void }) => void
    > = [
      response => response.end('{"type":"ERROR","object":{"code":410}}\n'),
      response => response.destroy(),
    ];
    const answer: Answer = ({ query }, response) => {
      if (query.watch) {
        const stream = streams.shift();
        response.flushHeaders();
        stream?.(response);
      } else {
        const names = lists.shift() ?? [];
        const resourceVersion = String(100 - lists.length);
        sendJson(response, {
          metadata: { resourceVersion },
          items: names.map(name => ({
            metadata: { namespace: 'here', name, resourceVersion: '1' },
          })),
        });
      }
    };
    const server = await startTestApiServer(answer);
    const stop = new AbortController();
    const clients = createClusterClients({
      connector: {
        list: async () => [],
        connect: async () => server.connection,
      },
      logger,
      timing: instant,
      metrics: { failed },
    });
    const watch = (await clients.get('main')).watch(ConfigMap, {
      namespace: 'here',
    });
    const changes: string[] = [];
    const settled = new Promise<void>(resolve => {
      watch.onChange(({ type, object }) => {
        changes.push(`${type} ${object.metadata.name}`);
        if (type === 'deleted') {
          resolve();
        }
      });
    });
    watch.start(stop.signal);
    await settled;
    stop.abort();
    await server.close();

    expect(changes).toEqual(['added a', 'added b', 'deleted a']);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Kubernetes cluster "main" cannot be reached (ECONNRESET); watching configmaps again as soon as possible',
      ],
    ]);
    expect(failed.mock.calls).toEqual([
      [{ clusterName: 'main', verb: 'watch' }, 'interrupted'],
    ]);
  });
});
