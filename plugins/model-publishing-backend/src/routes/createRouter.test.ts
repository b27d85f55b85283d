import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { anIdempotency } from '../idempotency/__testUtils__/anIdempotency';
import { Principal } from '../tenancy/Principal';
import { UseCases } from '../useCases/UseCases';
import { createRouter, routes } from './createRouter';

const principal: Principal = {
  kind: 'user',
  name: 'user:default/ann',
  claims: [],
};

function anApp(
  overrides: {
    useCases?: Partial<jest.Mocked<UseCases>>;
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => event),
  });
  const useCases: jest.Mocked<UseCases> = {
    publish: jest.fn(),
    planPublication: jest.fn(),
    update: jest.fn(),
    planUpdate: jest.fn(),
    getPublication: jest.fn(),
    getManifests: jest.fn(),
    listPublications: jest.fn().mockResolvedValue({ items: [], totalItems: 0 }),
    unpublish: jest.fn().mockResolvedValue({
      modelName: 'iris',
      tenantId: 'tenant-a',
      phase: 'Unpublishing',
    }),
    listKeys: jest.fn(),
    createKey: jest.fn(),
    rotateKey: jest.fn(),
    rotateOneKey: jest.fn(),
    revokeKey: jest.fn(),
    revokeKeys: jest.fn(),
    requestAccess: jest.fn(),
    listAccessRequests: jest.fn(),
    decideAccessRequest: jest.fn(),
    withdrawAccessRequest: jest.fn(),
    validateApiKey: jest.fn(),
    listModels: jest.fn(),
    getModel: jest.fn(),
    getUsage: jest.fn(),
    sendTestRequest: jest.fn(),
    listActivity: jest.fn(),
    listTenants: jest.fn(),
    getPublishingOptions: jest.fn(),
    listGateways: jest.fn(),
    ...overrides.useCases,
  };
  const app = express();
  app.use(
    createRouter({
      useCases,
      auditor,
      idempotency: anIdempotency(),
      throttle: { admit: () => 0 },
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions({
        result: overrides.result ?? AuthorizeResult.ALLOW,
      }),
      policies: {
        predicateOf: decision => () =>
          decision?.result === AuthorizeResult.ALLOW,
      },
      principalOf: async () => principal,
    }),
  );
  app.use(mockErrorHandler());
  return { app, useCases, auditor, event };
}

const body = { config: { tenantId: 'tenant-a' } };
/** Of operations that need one. */
const BODIES: Record<string, object> = {
  publishModel: body,
  updatePublishedModel: body,
  revokeKeys: { all: true },
  sendTestRequest: { endpoint: 'metadata' },
  decideAccessRequest: { decision: 'approve' },
};
const QUERIES: Record<string, object> = {
  listAccessRequests: { role: 'publisher' },
};
const addressOf = (path: string) =>
  path
    .replace(':model', 'iris')
    .replace(':keyId', 'k'.repeat(17))
    .replace(':requestId', '6c84fb90-12c4-11e1-840d-7b25c5ee775a');

describe('the REST API', () => {
  it.each(
    routes.map(({ operation }) => [operation.method, operation.path] as const),
  )('asks for credentials at %s %s', async (method, path) => {
    const { app, useCases } = anApp();
    const response = await request(app)
      [method](addressOf(path))
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
    Object.values(useCases).forEach(useCase =>
      expect(useCase).not.toHaveBeenCalled(),
    );
  });

  it.each(
    routes.map(
      ({ operation }) =>
        [operation.method, operation.path, operation.operationId] as const,
    ),
  )('asks for permission at %s %s', async (method, path, operationId) => {
    const { app, useCases } = anApp({ result: AuthorizeResult.DENY });
    const response = await request(app)
      [method](addressOf(path))
      .query(QUERIES[operationId] ?? {})
      .send(BODIES[operationId]);
    expect(response.status).toBe(403);
    Object.values(useCases).forEach(useCase =>
      expect(useCase).not.toHaveBeenCalled(),
    );
  });

  it('audits every route that changes something, and no other', () => {
    const audited = routes
      .filter(({ audit }) => audit)
      .map(({ operation }) => operation.method);
    const changing = routes.filter(
      ({ operation }) => operation.method !== 'get',
    );
    expect(audited).toHaveLength(changing.length);
    expect(audited).not.toContain('get');
  });

  it('audits a change once, with its outcome, also when it fails', async () => {
    const done = anApp();
    await request(done.app).delete('/models/iris/publish');
    expect(done.auditor.createEvent).toHaveBeenCalledTimes(1);
    expect([
      done.event.success.mock.calls.length,
      done.event.fail.mock.calls.length,
    ]).toEqual([1, 0]);

    const unpublish = jest.fn().mockRejectedValue(new NotFoundError('no'));
    const failed = anApp({ useCases: { unpublish } });
    await request(failed.app).delete('/models/iris/publish');
    expect([
      failed.event.success.mock.calls.length,
      failed.event.fail.mock.calls.length,
    ]).toEqual([0, 1]);
  });

  it('answers 202 as long as a removal goes on', async () => {
    const response = await request(anApp().app).delete('/models/iris/publish');
    expect(response.status).toBe(202);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('lists all problems of a malformed request and does nothing', async () => {
    const { app, useCases } = anApp();
    const response = await request(app)
      .post('/models/IRIS/publish')
      .send({ config: { tenantId: 1, extra: true } });
    expect(response.status).toBe(400);
    expect(
      response.body.error.details.map(({ field }: { field: string }) => field),
    ).toEqual(['path.model', 'config.tenantId', 'config.extra']);
    expect(useCases.publish).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a body over 100 kB',
      JSON.stringify({ config: { x: 'x'.repeat(100 * 1024) } }),
      413,
    ],
    ['a body that is no JSON', '{', 400],
  ])('refuses %s', async (_, text, status) => {
    const response = await request(anApp().app)
      .post('/models/iris/publish')
      .set('Content-Type', 'application/json')
      .send(text);
    expect(response.status).toBe(status);
  });

  it('describes itself', async () => {
    const response = await request(anApp().app).get('/openapi.json');
    expect(response.body.openapi).toBe('3.1.0');
    const operations = Object.values(
      response.body.paths as Record<string, object>,
    ).flatMap(Object.keys);
    expect(operations).toHaveLength(routes.length + 1);
  });
});
