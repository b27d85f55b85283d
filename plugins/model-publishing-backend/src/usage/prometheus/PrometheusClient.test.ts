import { createMockDirectory } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import http from 'node:http';
import { prometheusSettings } from './__testUtils__/prometheusSettings';
import { REQUESTS } from './__testUtils__/realLabels';
import {
  sendSeries,
  startTestPrometheus,
  TestPrometheus,
} from './__testUtils__/startTestPrometheus';
import { PrometheusClient } from './PrometheusClient';

type Given = Partial<Parameters<typeof prometheusSettings>[0]>;

const query = () => ({
  selector: '{job="envoy"}',
  after: 1_000_500,
  upTo: 1_031_250,
  signal: new AbortController().signal,
});

describe('PrometheusClient', () => {
  const folder = createMockDirectory();
  const servers: TestPrometheus[] = [];

  afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

  async function start(
    answer: (response: http.ServerResponse) => void = sendSeries,
  ) {
    const server = await startTestPrometheus((_, response) => answer(response));
    servers.push(server);
    return server;
  }

  const clientOf = (server: TestPrometheus, { url = '', ...given }: Given) =>
    new PrometheusClient(
      'one',
      prometheusSettings({ url: `${server.url}${url}`, ...given }),
    );

  async function problemOf(client: PrometheusClient): Promise<string> {
    const error = await client.samplesOf(query()).catch(reason => reason);
    expect(error).toBeInstanceOf(ServiceUnavailableError);
    return error.message;
  }

  it('asks for the raw samples of a span', async () => {
    const server = await start();
    await clientOf(server, { timeout: '5s' }).samplesOf(query());

    expect(server.queries).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/api/v1/query',
        form: {
          query: '{job="envoy"}[30750ms]',
          time: '1031.25',
          timeout: '5000ms',
          partial_response: 'false',
        },
      }),
    ]);
    expect(server.queries[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(server.queries[0]?.headers).not.toHaveProperty('authorization');
  });

  it('leaves out the sample at the beginning of the span, which some versions answer', async () => {
    const values = [
      [1000.5, '1'],
      [1000.501, '2'],
      [1031.25, '3'],
      [1031.251, '4'],
    ];
    const server = await start(response =>
      sendSeries(response, [{ metric: REQUESTS, values }]),
    );

    expect(await clientOf(server, {}).samplesOf(query())).toEqual([
      {
        labels: REQUESTS,
        samples: [
          { at: 1_000_501, value: 2 },
          { at: 1_031_250, value: 3 },
        ],
      },
    ]);
  });

  it.each(['/prometheus', '/prometheus/', '/api/prom//'])(
    'asks below the path %s',
    async url => {
      const server = await start();
      await clientOf(server, { url }).samplesOf(query());
      expect(server.queries[0]?.path).toBe(
        `${url.replace(/\/+$/, '')}/api/v1/query`,
      );
    },
  );

  it.each<[string, Given, http.IncomingHttpHeaders]>([
    ['a bearer token', { bearerToken: 'abc' }, { authorization: 'Bearer abc' }],
    [
      'user and password',
      { basic: { username: 'portal', password: 'pä:ss' } },
      { authorization: 'Basic cG9ydGFsOnDDpDpzcw==' },
    ],
    [
      'headers',
      { headers: { 'X-Scope-OrgID': 'a|b', Authorization: 'Custom c' } },
      { 'x-scope-orgid': 'a|b', authorization: 'Custom c' },
    ],
  ])('sends %s', async (_, given, headers) => {
    const server = await start();
    await clientOf(server, given).samplesOf(query());
    expect(server.queries[0]?.headers).toMatchObject(headers);
  });

  it('follows the token in a file', async () => {
    const server = await start();
    folder.setContent({ token: 'first\n' });
    const bearerTokenFile = folder.resolve('token');
    const client = clientOf(server, { bearerTokenFile });
    await client.samplesOf(query());
    folder.setContent({ token: 'second' });
    await client.samplesOf(query());

    expect(server.queries.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['an empty file', { token: '\n' }],
    ['a file of several lines', { token: 's3cret\ns3cret' }],
  ])('asks nothing with %s instead of a token', async (_, files) => {
    const server = await start();
    folder.setContent(files);
    const bearerTokenFile = folder.resolve('token');
    const problem = await problemOf(clientOf(server, { bearerTokenFile }));
    expect(problem).toContain('clusters.one.prometheus.bearerTokenFile');
    expect(problem).not.toContain('s3cret');
    expect(server.queries).toEqual([]);
  });

  it.each<[string, number, string | object, string]>([
    ['a wrong token', 401, 'no s3cret', 'does not let the portal in (401);'],
    ['no rights', 403, '', 'does not let the portal in (403);'],
    [
      'a selector that it does not understand',
      400,
      { status: 'error', errorType: 'bad_data', error: 'parse error' },
      'refuses a query (400: parse error);',
    ],
    [
      'too much to do',
      422,
      { status: 'error', errorType: 'execution', error: 'x'.repeat(5000) },
      `refuses a query (422: ${'x'.repeat(300)});`,
    ],
    ['no such path', 404, '<html>', 'has nothing to ask at api/v1/query (404)'],
    ['a redirect', 302, '', 'has nothing to ask at api/v1/query (302);'],
    ['too many queries', 429, '', 'answers with an error (429);'],
    [
      'stores that are away',
      503,
      { status: 'error', errorType: 'unavailable', error: 'no store' },
      'answers with an error (503: no store);',
    ],
    ['a page', 200, '<html>', 'did not answer as Prometheus does;'],
    ['other JSON', 200, { status: 'ok' }, 'did not answer as Prometheus does;'],
    ['nothing', 200, '', 'did not answer as Prometheus does;'],
  ])('says so when it meets %s', async (_, status, body, problem) => {
    const server = await start(response =>
      response
        .writeHead(status, { location: '/login' })
        .end(typeof body === 'string' ? body : JSON.stringify(body)),
    );
    const client = clientOf(server, { bearerToken: 's3cret' });
    expect(await problemOf(client)).toMatch(
      `Prometheus of cluster "one" (${server.url}) ${problem}`,
    );
    expect(await problemOf(client)).toMatch(/; .*[a-z]$/);
    expect(await problemOf(client)).not.toContain('s3cret');
    expect(server.queries.every(({ path }) => path === '/api/v1/query')).toBe(
      true,
    );
  });

  it.each<[string, (response: http.ServerResponse) => void]>([
    ['does not answer', () => {}],
    ['does not end its answer', response => response.write('{"status":')],
  ])('gives up when it %s in time', async (_, answer) => {
    const server = await start(answer);
    expect(await problemOf(clientOf(server, { timeout: '1s' }))).toContain(
      'did not answer within 1 s; if it is only slow, raise modelPublishing.clusters.one.prometheus.timeout',
    );
  });

  it('says so when there is nobody, and asks again when there is', async () => {
    const gone = await start();
    await gone.close();
    expect(await problemOf(clientOf(gone, {}))).toContain(
      'cannot be reached (ECONNREFUSED); check modelPublishing.clusters.one.prometheus.url',
    );

    let broken = true;
    const server = await start(response =>
      broken ? response.destroy() : sendSeries(response),
    );
    const client = clientOf(server, {});
    expect(await problemOf(client)).toContain('cannot be reached (');
    broken = false;
    expect(await client.samplesOf(query())).toEqual([]);
  });

  it('stops for the reason that the caller gives', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    const server = await start(() => stop.abort(reason));
    await expect(
      clientOf(server, {}).samplesOf({ ...query(), signal: stop.signal }),
    ).rejects.toBe(reason);
    expect(server.queries).toHaveLength(1);
  });
});
