import { ServerResponse } from 'node:http';
import { ApiClusterClient } from './ApiClusterClient';
import { ClusterCallMetrics } from './ClusterCallMetrics';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { systemTiming } from './ListAndWatch';
import { ConfigMap } from './resources/ConfigMap';
import {
  Answer,
  sendJson,
  startTestApiServer,
  TestApiServer,
} from './__testUtils__/startTestApiServer';

const name = { namespace: 'here', name: 'one' };
const aConfigMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: name };

describe('ClusterCalls', () => {
  let server: TestApiServer;

  async function clientOf(
    answer: Answer,
    {
      timeoutMs,
      metrics,
    }: { timeoutMs?: number; metrics?: ClusterCallMetrics } = {},
  ) {
    server = await startTestApiServer(answer, { token: 'the-token' });
    return new ApiClusterClient(
      'main',
      new ConnectedKubeConfig(server.connection, { timeoutMs }),
      {
        onWatchFailure: () => {},
        onListenerFailure: () => {},
        timing: systemTiming,
        metrics,
      },
    );
  }

  const echo: Answer = (_, response) => sendJson(response, aConfigMap);

  afterEach(() => server.close());

  it('sends calls one after another over one connection', async () => {
    const client = await clientOf(echo);
    for (let call = 0; call < 20; call++) {
      await client.get(ConfigMap, name);
    }

    expect(server.requests).toHaveLength(20);
    expect(server.connections()).toBe(1);
  });

  it('sends any number of calls at a time over a bounded number of connections', async () => {
    const client = await clientOf(echo);
    await Promise.all(
      Array.from({ length: 200 }, () => client.get(ConfigMap, name)),
    );

    expect(server.requests).toHaveLength(200);
    expect(server.connections()).toBe(32);
  });

  it('sends nothing to the namespace "default" by mistake', async () => {
    const client = await clientOf(echo);
    const nowhere = { ...aConfigMap, metadata: { name: 'one' } };

    await expect(client.create(ConfigMap, nowhere)).rejects.toThrow(
      'To create a ConfigMap takes a namespace',
    );
    expect(server.requests).toEqual([]);
  });

  it('tells what has failed, and nothing of what has worked', async () => {
    const failed = jest.fn();
    let answer: Answer = echo;
    const client = await clientOf(
      (request, response) => answer(request, response),
      { metrics: { failed } },
    );
    await client.get(ConfigMap, name);
    expect(failed).not.toHaveBeenCalled();

    answer = (_, response) => sendJson(response, {}, 500);
    await expect(client.create(ConfigMap, aConfigMap)).rejects.toThrow();
    answer = (_, response) => response.destroy();
    await expect(client.get(ConfigMap, name)).rejects.toThrow();
    const [created, read] = failed.mock.calls;
    expect(created).toEqual([
      expect.objectContaining({ clusterName: 'main', verb: 'create' }),
      '500',
    ]);
    expect(read).toEqual([
      expect.objectContaining({ clusterName: 'main', verb: 'get' }),
      'connection',
    ]);
  });

  describe('when a connection breaks off', () => {
    /** Closes the connection under the first request. */
    const breakFirst = (): Answer => {
      let isFirst = true;
      return (request, response) => {
        if (isFirst) {
          isFirst = false;
          response.destroy();
        } else {
          echo(request, response);
        }
      };
    };

    it('reads again, once', async () => {
      const client = await clientOf(breakFirst());
      expect(await client.get(ConfigMap, name)).toEqual(aConfigMap);
      expect(server.requests).toHaveLength(2);
      await server.close();

      const cut = await clientOf((_, response) => response.destroy());
      await expect(cut.get(ConfigMap, name)).rejects.toThrow(
        'Kubernetes cluster "main" cannot be reached (ECONNRESET)',
      );
      expect(server.requests).toHaveLength(2);
    });

    it('does not write again, because it may have had its effect', async () => {
      const client = await clientOf(breakFirst());

      await expect(client.create(ConfigMap, aConfigMap)).rejects.toThrow(
        'Kubernetes cluster "main" cannot be reached (ECONNRESET)',
      );
      expect(server.requests).toHaveLength(1);
    });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['answer', () => {}],
    ['finish its answer', response => response.write('{"kind":')],
  ])('gives up waiting for a cluster that does not %s', async (_, begin) => {
    const client = await clientOf((__, response) => begin(response), {
      timeoutMs: 50,
    });

    await expect(client.get(ConfigMap, name)).rejects.toThrow(
      'Kubernetes cluster "main" did not answer in time',
    );
  });

  it('does not take another server for a cluster', async () => {
    const client = await clientOf((_, response) =>
      response.end('<html>Sign in</html>'),
    );

    await expect(client.get(ConfigMap, name)).rejects.toThrow(
      'did not answer as an API server does',
    );
  });
});
