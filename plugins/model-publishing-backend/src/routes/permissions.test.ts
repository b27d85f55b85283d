import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import {
  aGovernedPortal,
  mockAuthWithActors,
} from '../__testUtils__/aGovernedPortal';
import { ContractorPolicy } from '../permissions/__examples__/ContractorPolicy';

const IRIS = '/models/iris/publish';

describe('with a permission policy', () => {
  let server: Awaited<ReturnType<typeof aGovernedPortal>>;
  beforeEach(async () => {
    server = await aGovernedPortal(new ContractorPolicy(), [
      mockAuthWithActors,
    ]);
  });
  afterEach(() => server.stop());

  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);

  it.each([
    ['an owner, whom it lets', 'ann', 200],
    ['an owner, whom its conditions let', 'bob', 200],
    ['an admin, whom it lets', 'root', 200],
    ['somebody from outside: as if there were none', 'eve', 404],
  ])('shows a published model to %s', async (_, name, status) => {
    const response = await server.call('get', IRIS, as(name));
    expect(response.status).toBe(status);
  });

  it('never widens what tenancy allows', async () => {
    const missing = await server.call('get', '/models/none/publish', as('eve'));
    const foreign = await server.call('get', IRIS, as('eve'));
    expect(foreign.body.error.message).toBe(
      missing.body.error.message.replace('none', 'iris'),
    );
    const list = await server.call('get', '/published-models', as('eve'));
    expect(list.body.items).toEqual([]);
  });

  it.each([
    ['lets those do what meet its conditions', 'ann', 200],
    ['narrows admins too', 'root', 403],
  ])('%s', async (_, name, status) => {
    const response = await server.call('delete', IRIS, as(name));
    expect(response.status).toBe(status);
  });

  it.each([
    ['an admin', 'root', 200],
    ['an owner of a tenant', 'ann', 403],
    ['somebody from outside', 'eve', 403],
  ])('shows gateways to %s: %s %s', async (_, name, status) => {
    const response = await server.call('get', '/gateways', as(name));
    expect(response.status).toBe(status);
    expect(response.text.includes('model-gateway')).toBe(status === 200);
  });

  it('takes the sight of keys from those who would have it', async () => {
    const response = await server.call('get', IRIS, as('ann'));
    expect(response.body).toMatchObject({ apiKey: null });
    expect(response.body.apiKeyHint).toEqual(expect.any(String));
  });

  it.each([
    ['user:default/ann', (id: string) => `fake/${id}`, 'ALLOW'],
    ['user:default/ann', (id: string) => id, 'ALLOW'],
    ['user:default/root', (id: string) => id, 'DENY'],
    ['user:default/ann', (id: string) => `other/${id}`, 'DENY'],
    ['user:default/ann', () => 'f'.repeat(32), 'DENY'],
  ])('tells the framework what %s may do', async (user, refOf, result) => {
    const response = await request(server.server)
      .post('/api/permission/authorize')
      .set('Authorization', mockCredentials.user.header(user))
      .send({
        items: [
          {
            id: '1',
            resourceRef: refOf(server.id),
            permission: {
              type: 'resource',
              name: 'model-publishing.publication.delete',
              attributes: { action: 'delete' },
              resourceType: 'model-publication',
            },
          },
        ],
      });
    expect(response.body.items).toEqual([{ id: '1', result }]);
  });

  it('describes its permissions and rules', async () => {
    const { body } = await request(server.server)
      .get('/api/model-publishing/.well-known/backstage/permissions/metadata')
      .set('Authorization', as('ann'));
    expect(body.rules.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['HAS_MODEL_TYPE', 'IS_PUBLISHER', 'IS_TENANT_MEMBER'],
    );
    expect(
      body.permissions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual([
      'model-publishing.gateway.read',
      'model-publishing.key.create',
      'model-publishing.key.read',
      'model-publishing.key.reveal',
      'model-publishing.key.revoke',
      'model-publishing.key.rotate',
      'model-publishing.model.read',
      'model-publishing.publication.create',
      'model-publishing.publication.delete',
      'model-publishing.publication.read',
      'model-publishing.publication.update',
      'model-publishing.usage.read',
      'model-publishing.use',
    ]);
  });
});

describe('with access restrictions of static tokens', () => {
  const token = (name: string) => `${name}-token-of-a-test`;
  const access = (name: string, restriction?: JsonObject) => ({
    type: 'static',
    options: { token: token(name), subject: `external:${name}` },
    ...(restriction && {
      accessRestrictions: [{ plugin: 'model-publishing', ...restriction }],
    }),
  });
  const config = {
    backend: {
      auth: {
        externalAccess: [
          access('ci'),
          access('reader', { permissionAttribute: { action: 'read' } }),
          access('rotator', { permission: 'model-publishing.key.rotate' }),
          {
            ...access('stranger'),
            accessRestrictions: [{ plugin: 'catalog' }],
          },
          access('nobody'),
        ],
      },
    },
  };
  let server: Awaited<ReturnType<typeof aGovernedPortal>>;
  beforeAll(async () => {
    server = await aGovernedPortal(
      new ContractorPolicy(),
      [authServiceFactory],
      config,
    );
  });
  afterAll(() => server.stop());

  const publishWine = { config: { tenantId: 'tenant-a' } };

  it.each<['get' | 'post' | 'delete', string, string, number]>([
    ['get', IRIS, 'reader', 200],
    ['get', '/published-models', 'reader', 200],
    ['get', '/tenants', 'reader', 200],
    ['get', '/gateways', 'reader', 403],
    ['post', `${IRIS}/rotate-key`, 'reader', 403],
    ['post', '/models/wine/publish', 'reader', 403],
    ['delete', IRIS, 'reader', 403],
    ['get', IRIS, 'rotator', 403],
    ['get', '/models', 'rotator', 403],
    ['delete', IRIS, 'rotator', 403],
    ['post', `${IRIS}/rotate-key`, 'rotator', 200],
    ['get', IRIS, 'stranger', 403],
    ['get', IRIS, 'nobody', 403],
    ['get', IRIS, 'unknown', 401],
    ['get', IRIS, 'ci', 200],
    ['post', '/models/wine/publish', 'ci', 201],
    ['delete', '/models/wine/publish', 'ci', 200],
  ])('answers %s %s of "%s" with %s', async (method, path, name, status) => {
    const body = path === '/models/wine/publish' ? publishWine : {};
    const response = await server.call(
      method,
      path,
      `Bearer ${token(name)}`,
      method === 'post' ? body : undefined,
    );
    expect(response.status).toBe(status);
  });

  it('shows a token that may only read no key', async () => {
    const read = (name: string) =>
      server.call('get', IRIS, `Bearer ${token(name)}`);
    expect((await read('reader')).body.apiKey).toBeNull();
    expect((await read('ci')).body.apiKey).toMatch(/^mp_/);
  });
});
