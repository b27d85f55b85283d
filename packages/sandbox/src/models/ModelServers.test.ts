import { ModelServers } from './ModelServers';

describe('ModelServers', () => {
  const servers = new ModelServers();
  const iris = { namespace: 'tenant-a', name: 'iris' };
  let debugUrl: string;
  let modelUrl: string;

  beforeAll(async () => {
    debugUrl = await servers.start(0);
    modelUrl = `http://127.0.0.1:${await servers.portOf(iris)}/v1/models/iris`;
  });
  afterAll(() => servers.close());

  it('starts one server per model', async () => {
    expect(await servers.portOf(iris)).toBe(await servers.portOf({ ...iris }));
    expect(await servers.portOf({ ...iris, namespace: 'tenant-b' })).not.toBe(
      await servers.portOf(iris),
    );
  });

  it('echoes the headers it received', async () => {
    const response = await fetch(modelUrl, {
      headers: { 'x-test-echo': '1', 'x-client-id': 'me' },
    });
    const received = response.headers.get('x-received-headers') ?? '';
    expect(JSON.parse(received)).toMatchObject({ 'x-client-id': 'me' });
  });

  it('answers the status it is asked for', async () => {
    const response = await fetch(modelUrl, {
      headers: { 'x-test-status': '503' },
    });
    expect(response.status).toBe(503);
  });

  it('answers 400 to what is not JSON', async () => {
    const response = await fetch(`${modelUrl}:predict`, {
      method: 'POST',
      body: '{',
    });
    expect(response.status).toBe(400);
  });

  it('tells what a model received until it is asked to forget', async () => {
    await fetch(debugUrl.concat('/requests'), { method: 'DELETE' });
    await fetch(modelUrl, { method: 'POST', body: '"hello"' });
    const list = async (model: string) => {
      const response = await fetch(`${debugUrl}/requests?model=${model}`);
      return response.json();
    };
    expect(await list('tenant-a/iris')).toEqual([
      expect.objectContaining({
        model: 'tenant-a/iris',
        method: 'POST',
        path: '/v1/models/iris',
        body: '"hello"',
      }),
    ]);
    expect(await list('tenant-b/iris')).toEqual([]);
  });
});
