import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { aGovernedPortal } from '../__testUtils__/aGovernedPortal';
import { ContractorPolicy } from '../permissions/__examples__/ContractorPolicy';
import { routes } from './createRouter';
import { createKeyValidationRouter } from './keyValidationRoute';
import { translateBodyErrors } from './requestBody';

const VALIDATE = '/validate-api-key';
const TOKEN = 'a-token-of-a-test';
const asOwner = `Bearer ${TOKEN}`;
const config = {
  backend: {
    auth: {
      externalAccess: [
        { type: 'static', options: { token: TOKEN, subject: 'external:ci' } },
      ],
    },
  },
};

describe('a key of a published model', () => {
  let server: Awaited<ReturnType<typeof aGovernedPortal>>;
  let apiKey: string;
  let keyId: string;
  beforeAll(async () => {
    server = await aGovernedPortal(
      new ContractorPolicy(),
      [authServiceFactory],
      config,
    );
    const { body } = await server.call('get', '/models/iris/publish', asOwner);
    apiKey = body.apiKey;
    keyId = body.apiKeyId;
  });
  afterAll(() => server.stop());

  const validate = (body: unknown) =>
    request(server.server)
      .post(`/api/model-publishing${VALIDATE}`)
      .set('Content-Type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));

  it('is validated without credentials', async () => {
    const response = await validate({ apiKey });
    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toEqual({
      valid: true,
      keyId,
      modelName: 'iris',
      tenantId: 'tenant-a',
      expiresAt: null,
      state: 'active',
    });
  });

  it.each(
    routes.map(({ operation }) => [operation.method, operation.path] as const),
  )('opens not %s %s', async (method, path) => {
    const address = path.replace(':model', 'iris').replace(':keyId', keyId);
    const response = await server.call(method, address, `Bearer ${apiKey}`);
    expect(response.status).toBe(401);
    expect(response.text).not.toContain(apiKey);
  });

  it('is seen to be revoked at once', async () => {
    const { body: issued } = await server
      .call('post', '/models/iris/publish/keys', asOwner, { name: 'second' })
      .expect(201);
    expect((await validate({ apiKey: issued.apiKey })).body.valid).toBe(true);
    const { id } = issued.key;
    await server
      .call('delete', `/models/iris/publish/keys/${id}`, asOwner)
      .expect(200);
    expect((await validate({ apiKey: issued.apiKey })).body).toMatchObject({
      valid: false,
      keyId: id,
      state: 'revoked',
    });
  });

  it.each<[string, unknown, number]>([
    ['no key', {}, 400],
    ['a key that is no text', { apiKey: 5 }, 400],
    ['more than a key', { apiKey: 'x', model: 'iris' }, 400],
    ['what is no JSON', '{', 400],
    ['more than 1 kB', { apiKey: 'x'.repeat(1024) }, 413],
  ])('is not looked for in %s', async (_, body, status) => {
    const response = await validate(body);
    expect(response.status).toBe(status);
  });
});

describe('the validation of keys', () => {
  const withThrottle = (waitMs: number) => {
    const validateApiKey = jest.fn();
    const admit = jest.fn((_address: string | undefined) => waitMs);
    const app = express().set('trust proxy', 1);
    app.use(
      createKeyValidationRouter({
        useCases: { validateApiKey },
        throttle: { admit },
      }),
      translateBodyErrors,
      mockErrorHandler(),
    );
    return { app, admit, validateApiKey };
  };

  it('says when to come again, before it looks at the key', async () => {
    const { app, validateApiKey } = withThrottle(1_001);
    const response = await request(app).post(VALIDATE).send('{');
    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('2');
    expect(validateApiKey).not.toHaveBeenCalled();
  });

  it('counts by the address that express believes', async () => {
    const { app, admit } = withThrottle(1_000);
    await request(app)
      .post(VALIDATE)
      .set('X-Forwarded-For', '198.51.100.9, 192.0.2.1')
      .send('{}');
    expect(admit).toHaveBeenCalledWith('192.0.2.1');
  });

  it('names its own limit of size', async () => {
    const response = await request(withThrottle(0).app)
      .post(VALIDATE)
      .send({ apiKey: 'x'.repeat(2_000) });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toContain('1 kB');
  });
});
