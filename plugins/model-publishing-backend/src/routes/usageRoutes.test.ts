import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { aCountedPortal } from '../__testUtils__/aCountedPortal';
import { aMemberOf } from '../__testUtils__/aPortal';
import { anIdempotency } from '../idempotency/__testUtils__/anIdempotency';
import { permitsEverything } from '../tenancy/Caller';
import { createRouter } from './createRouter';

const IRIS = '/models/iris/publish';
const GROUPINGS = ['', '&groupBy=status', '&groupBy=tenant', '&groupBy=key'];

/** The REST API, in which `user:default/<group>` belongs to a group, and whose policy may hide usage. */
async function anApp(
  visibility: 'portal' | 'consumers' = 'portal',
  { hidesUsage = false } = {},
) {
  const portal = await aCountedPortal(visibility);
  portal.store.keys.set(portal.uid, new Map([[portal.keyOfA, new Date()]]));
  const app = express();
  app.use(
    createRouter({
      useCases: portal.useCases,
      auditor: mockServices.auditor.mock(),
      idempotency: anIdempotency(),
      throttle: { admit: () => 0 },
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions.mock({
        authorizeConditional: async permissions =>
          permissions.map(({ permission }) => ({
            result:
              hidesUsage && permission.name === 'model-publishing.usage.read'
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }),
      policies: {
        predicateOf: decision =>
          decision?.result === AuthorizeResult.ALLOW
            ? permitsEverything
            : () => false,
      },
      principalOf: async ({ principal }) => {
        const { userEntityRef } = principal as { userEntityRef: string };
        return aMemberOf(userEntityRef.replace('user:default/', '')).principal;
      },
    }),
  );
  app.use(mockErrorHandler());
  portal.fleet.stop();
  return {
    get: (path: string, group: string) =>
      request(app)
        .get(path)
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/${group}`),
        ),
  };
}

describe('GET .../publish/usage', () => {
  it('answers JSON unless CSV is asked for', async () => {
    const { get } = await anApp();
    const { status, headers, body } = await get(`${IRIS}/usage`, 'a');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toMatchObject({
      step: 'hour',
      groupBy: null,
      usage: { totalRequests: 6 },
    });
  });

  it('answers CSV as a file', async () => {
    const { get } = await anApp();
    const { headers, text } = await get(
      `${IRIS}/usage?format=csv&from=2026-03-04T10:00:00Z`,
      'a',
    );
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="usage-iris.csv"',
      'cache-control': 'no-store',
    });
    expect(text.split('\r\n')).toEqual([
      'start,measure,value',
      '2026-03-04T10:00:00.000Z,requests,3',
      '2026-03-04T11:00:00.000Z,requests,3',
      '2026-03-04T10:00:00.000Z,limited,1',
      '2026-03-04T11:00:00.000Z,limited,1',
      '',
    ]);
  });

  it.each([
    ['?step=week', 400, 'query.step'],
    ['?groupBy=model', 400, 'query.groupBy'],
    ['?from=yesterday', 400, 'query.from'],
    ['?from=2026-03-04T10:00:00', 400, 'query.from'],
    ['?format=xml', 400, 'query.format'],
    ['?uid=1', 400, 'query.uid'],
    ['?step=minute&from=2026-01-01T00:00:00Z', 422, 'query.from'],
    ['?from=2026-03-04T10:00:00Z&to=2026-03-04T09:00:00Z', 422, 'query.to'],
  ])('answers %s with %s, naming %s', async (query, status, field) => {
    const { get } = await anApp();
    const response = await get(`${IRIS}/usage${query}`, 'a');
    expect(response.status).toBe(status);
    expect(response.body.error.details).toEqual([
      expect.objectContaining({ field }),
    ]);
  });

  describe.each(['json', 'csv'])('as %s', format => {
    it.each(GROUPINGS)(
      '%s shows a consumer no other tenant',
      async grouping => {
        const { get } = await anApp();
        const path = `${IRIS}/usage?format=${format}${grouping}`;
        const consumed = await get(path, 'b');
        expect(consumed.status).toBe(200);
        expect(consumed.text).not.toContain('tenant-a');
        expect(consumed.text).not.toMatch(/requests[",]|limited|responses/);
        const published = await get(path, 'a');
        expect(published.text).not.toBe(consumed.text);
      },
    );

    it.each(GROUPINGS)('%s shows a viewer no amount', async grouping => {
      const { get } = await anApp();
      const path = `${IRIS}/usage?format=${format}${grouping}`;
      const { status, text } = await get(path, 'nobody');
      expect(status).toBe(200);
      expect(text).not.toMatch(
        /tenant-|requests[",]|calls|limited[",]|tokens[",]/,
      );
    });

    it.each([...GROUPINGS, '&step=minute&from=2020-01-01T00:00:00Z'])(
      '%s looks to strangers as if there were none',
      async grouping => {
        const { get } = await anApp('consumers');
        const query = `?format=${format}${grouping}`;
        const foreign = await get(`${IRIS}/usage${query}`, 'nobody');
        const missing = await get(
          `/models/none/publish/usage${query}`,
          'nobody',
        );
        expect(foreign.status).toBe(404);
        expect(foreign.headers['content-type']).toBe(
          missing.headers['content-type'],
        );
        expect(foreign.text.replaceAll('iris', 'none')).toBe(missing.text);
      },
    );
  });
});

describe('a policy that hides usage', () => {
  it('hides it from each answer, and nothing else', async () => {
    const { get } = await anApp('portal', { hidesUsage: true });
    expect((await get(`${IRIS}/usage`, 'a')).status).toBe(403);
    const publication = await get(IRIS, 'a');
    expect(publication.body).toMatchObject({ modelName: 'iris' });
    expect(publication.body).not.toHaveProperty('usage');
    const list = await get('/published-models', 'a');
    expect(list.body.items).toMatchObject([{ modelName: 'iris' }]);
    expect(list.body.items[0]).not.toHaveProperty('usage');
    const keys = await get(`${IRIS}/keys`, 'a');
    expect(keys.body.items).toMatchObject([{ tenantId: 'tenant-a' }]);
    expect(keys.body.items[0]).not.toHaveProperty('lastUsedAt');
  });

  it('is no other policy', async () => {
    const { get } = await anApp();
    expect((await get(IRIS, 'a')).body).toHaveProperty('usage');
    const list = await get('/published-models', 'a');
    expect(list.body.items[0]).toHaveProperty('usage');
    const keys = await get(`${IRIS}/keys`, 'a');
    expect(keys.body.items[0]).toHaveProperty('lastUsedAt');
  });
});
