import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { HttpModelProbe } from './ModelProbe';
import { Upstream } from './Upstream';

const LIST = { object: 'list', data: [{ id: 'tiny', object: 'model' }] };

describe('HttpModelProbe', () => {
  let server: Server;
  let answer: RequestListener;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  const upstream = (changes: Partial<Upstream> = {}): Upstream => ({
    hostname: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    hostHeader: undefined,
    servedName: 'tiny',
    protocol: 'v1',
    openaiPrefix: 'v1',
    ...changes,
  });
  const ask = (changes?: Partial<Upstream>) =>
    new HttpModelProbe().speaksOpenai(upstream(changes));

  it.each<[string, unknown, boolean]>([
    ['lists models as OpenAI does', LIST, true],
    ["lists models as KServe's v1 protocol does", { models: ['tiny'] }, false],
    ['knows no such address', { error: 'not found' }, false],
    ['says nothing in JSON', '<html>', false],
  ])('tells when the server %s', async (_, body, expected) => {
    answer = (_request, response) =>
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    await expect(ask()).resolves.toBe(expected);
  });

  it('asks at the prefix of the server, under the host that its mesh routes by', async () => {
    const seen: unknown[] = [];
    answer = ({ method, url, headers }, response) => {
      seen.push([method, url, headers.host]);
      response.end(JSON.stringify(LIST));
    };
    await ask({ openaiPrefix: 'openai/v1', hostHeader: 'tiny.tenant-a.svc' });
    expect(seen).toEqual([['GET', '/openai/v1/models', 'tiny.tenant-a.svc']]);
  });

  it('goes nowhere else', async () => {
    const seen: unknown[] = [];
    answer = ({ url }, response) => {
      seen.push(url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    await expect(ask()).resolves.toBe(false);
    expect(seen).toEqual(['/v1/models']);
  });

  it('knows nothing of a server that answers too much, or not at all', async () => {
    answer = (_request, response) => response.end(' '.repeat(100_000));
    await expect(ask()).resolves.toBeUndefined();
    await expect(ask({ port: 1 })).resolves.toBeUndefined();
  });
});
