import { mockCredentials } from '@backstage/backend-test-utils';
import {
  aGovernedPortal,
  mockAuthWithActors,
} from '../__testUtils__/aGovernedPortal';
import { ContractorPolicy } from '../permissions/__examples__/ContractorPolicy';

const IRIS = '/models/iris/publish';
const WINE = '/models/wine/publish';
const aPublication = { config: { tenantId: 'tenant-a' } };

describe('with an Idempotency-Key', () => {
  let server: Awaited<ReturnType<typeof aGovernedPortal>>;
  beforeEach(async () => {
    server = await aGovernedPortal(new ContractorPolicy(), [
      mockAuthWithActors,
    ]);
  });
  afterEach(() => server.stop());

  const call = (
    method: 'get' | 'post' | 'delete',
    path: string,
    key: string,
    body?: object,
    name = 'ann',
  ) =>
    server
      .call(
        method,
        path,
        mockCredentials.user.header(`user:default/${name}`),
        body,
      )
      .set('Idempotency-Key', key);
  const keysOf = async (path: string) =>
    (await call('get', `${path}/keys`, 'unused')).body.items as unknown[];

  it.each<[string, 'post', string, object, number]>([
    ['publish', 'post', WINE, aPublication, 201],
    ['rotate', 'post', `${IRIS}/rotate-key`, {}, 200],
    ['issue a key', 'post', `${IRIS}/keys`, {}, 201],
  ])(
    '100 requests to %s have one effect',
    async (_, method, path, body, status) => {
      const model = path.startsWith(WINE) ? WINE : IRIS;
      const before = model === WINE ? 0 : 1;
      const responses = await Promise.all(
        Array.from({ length: 100 }, () => call(method, path, 'k', body)),
      );
      const answers = responses.map(response => [
        response.status,
        response.body.apiKeyId,
        response.body.apiKey,
      ]);
      const [first] = answers;
      expect(first).toEqual([
        status,
        expect.any(String),
        expect.stringMatching(/^mp_/),
      ]);
      expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
        new Set([JSON.stringify(first)]),
      );
      expect(await keysOf(model)).toHaveLength(before + 1);
    },
  );

  it('100 requests to unpublish have one effect', async () => {
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => call('delete', IRIS, 'k')),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(
      new Set([200]),
    );
  });

  it('does not unpublish again what was published since', async () => {
    await call('delete', IRIS, 'k').expect(200);
    await call('post', IRIS, 'other', aPublication).expect(201);
    await call('delete', IRIS, 'k').expect(200);
    const { status } = await call('get', IRIS, 'unused');
    expect(status).toBe(200);
  });

  it('does not publish again what was unpublished since', async () => {
    await call('post', WINE, 'k', aPublication).expect(201);
    await call('delete', WINE, 'other').expect(200);
    const response = await call('post', WINE, 'k', aPublication);
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain('new Idempotency-Key');
  });

  it('does not revoke what was issued since', async () => {
    const revoke = () =>
      call('post', `${IRIS}/keys/revoke`, 'k', { all: true });
    const { body: first } = await revoke().expect(200);
    const { body: issued } = await call('post', `${IRIS}/keys`, 'other', {});
    const { body: second } = await revoke().expect(200);
    expect(second.keys).toEqual(first.keys);
    expect(await keysOf(IRIS)).toContainEqual(
      expect.objectContaining({ id: issued.apiKeyId, state: 'active' }),
    );
  });

  it('refuses another request under the same key', async () => {
    await call('post', `${IRIS}/rotate-key`, 'k', {}).expect(200);
    const response = await call('post', `${IRIS}/rotate-key`, 'k', {
      grace: '1h',
    });
    expect(response.status).toBe(422);
    expect(response.body.error.details).toEqual([
      {
        field: 'header.idempotency-key',
        problem: expect.stringContaining('different request'),
      },
    ]);
  });

  it('lets a request that failed be sent again', async () => {
    await call('delete', WINE, 'k').expect(404);
    await call('post', WINE, 'other', aPublication).expect(201);
    const { status } = await call('delete', WINE, 'k');
    expect(status).toBe(200);
  });

  it('keeps callers apart', async () => {
    const rotate = (name: string) =>
      call('post', `${IRIS}/rotate-key`, 'k', { tenantId: 'tenant-a' }, name);
    const ids = [await rotate('ann'), await rotate('bob')].map(
      ({ body }) => body.apiKeyId,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('refuses a key that is none, and takes no notice of it where nothing changes', async () => {
    const response = await call('post', `${IRIS}/rotate-key`, 'a b', {});
    expect(response.status).toBe(400);
    await call('get', IRIS, 'a b').expect(200);
  });
});
