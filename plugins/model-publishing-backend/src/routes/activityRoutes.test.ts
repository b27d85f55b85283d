import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ActivityList,
  listActivityOperation,
} from '@inference-portal/plugin-model-publishing-common';
import express from 'express';
import request from 'supertest';
import { acceptEverything } from '../__testUtils__/acceptEverything';
import {
  aConfig,
  aMemberOf,
  seedModel,
  startPortal,
} from '../__testUtils__/aPortal';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { FakeActivity } from '../activity/__testUtils__/FakeActivity';
import { anIdempotency } from '../idempotency/__testUtils__/anIdempotency';
import { permitsEverything } from '../tenancy/Caller';
import { createRouter } from './createRouter';

const IRIS = '/models/iris/publish';
const FOR_B = {
  tenantId: 'tenant-a',
  visibility: 'portal',
  authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
};

/** The REST API, in which `user:default/<group>` belongs to a group. */
async function anApp() {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const client = new FakeClusterClient(cluster);
  const activity = new FakeActivity();
  const portal = await startPortal({
    config: aConfig,
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
    activity,
  });
  await portal.fleet.settle();
  const audited: string[] = [];
  const app = express();
  app.use(
    createRouter({
      useCases: portal.useCases,
      activity,
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async () => {
            audited.push(`${eventId} success`);
          },
          fail: async () => {
            audited.push(`${eventId} failure`);
          },
        }),
      }),
      idempotency: anIdempotency(),
      throttle: { admit: () => 0 },
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      policies: { predicateOf: () => permitsEverything },
      principalOf: async ({ principal }) => {
        const { userEntityRef } = principal as { userEntityRef: string };
        return aMemberOf(userEntityRef.replace('user:default/', '')).principal;
      },
    }),
  );
  app.use(mockErrorHandler());
  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    group: string,
    body?: object,
  ) =>
    request(app)
      [method](path)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${group}`),
      )
      .send(body);
  return {
    call,
    audited,
    activity,
    cluster,
    fleet: portal.fleet,
    publish: () => call('post', IRIS, 'a', { config: FOR_B }),
    activities: async (query = ''): Promise<ActivityList['items']> => {
      const { status, body } = await call(
        'get',
        `${IRIS}/activity${query}`,
        'a',
      );
      expect(status).toBe(200);
      return listActivityOperation.response.parse(body).items;
    },
  };
}

let portal: Awaited<ReturnType<typeof anApp>>;
beforeEach(async () => {
  portal = await anApp();
});
afterEach(() => portal.fleet.stop());

describe('the activity of a publication', () => {
  it('has what the audit log has of it, in words of its own and without keys', async () => {
    const { call, publish, audited, activities } = portal;
    const keys = [(await publish()).body.apiKey];
    await call('put', IRIS, 'a', { config: { metadata: { team: 'a' } } });
    await call('put', IRIS, 'a', { config: { publicHostname: 'x.example' } });
    const made = await call('post', `${IRIS}/keys`, 'b', { name: 'ci' });
    const rotated = await call('post', `${IRIS}/rotate-key`, 'a', {});
    keys.push(made.body.apiKey, rotated.body.apiKey);
    await call('delete', `${IRIS}/keys/${made.body.key.id}`, 'b');
    await call('get', IRIS, 'a');

    const told = await activities();
    expect(
      told.map(({ action, outcome }) => `${action} ${outcome}`).reverse(),
    ).toEqual(audited);
    const byA = { kind: 'user', name: 'user:default/a-user' };
    const byB = { kind: 'user', name: 'user:default/b-user' };
    const keyTenant = 'tenant-b';
    const keyIds = [made.body.key.id];
    expect([...told].reverse()).toMatchObject([
      { action: 'publication-create', actor: byA },
      { action: 'publication-update', details: { changed: ['metadata'] } },
      {
        action: 'publication-update',
        outcome: 'failure',
        details: { fields: ['config.publicHostname'] },
      },
      { action: 'key-create', actor: byB, details: { keyIds, keyTenant } },
      { action: 'key-rotate', details: { keyTenant: 'tenant-a' } },
      { action: 'key-revoke', actor: byB, details: { keyIds } },
      { action: 'key-reveal', actor: byA },
    ]);
    keys.forEach(key => expect(JSON.stringify(told)).not.toContain(key));
    expect(await activities('?action=key-rotate')).toHaveLength(1);
  });

  it('says nothing of what was only planned', async () => {
    const { call, publish, activities } = portal;
    await publish();
    const patches = [{ metadata: {} }, { publicHostname: 'x.example' }];
    for (const config of patches) {
      await call('put', `${IRIS}?dryRun=true`, 'a', { config });
    }
    await call('post', `${IRIS}/keys/revoke?dryRun=true`, 'a', { all: true });
    expect(await activities()).toMatchObject([
      { action: 'publication-create' },
    ]);
  });

  it('says what was put back', async () => {
    const { publish, activities, fleet, cluster } = portal;
    const { id } = (await publish()).body;
    acceptEverything(cluster);
    await fleet.settle();
    const route = [...cluster.objects.values()].find(
      ({ kind, metadata }) =>
        kind === 'HTTPRoute' && metadata.name.includes(id),
    );
    if (!route) {
      throw new Error('The route is missing');
    }
    cluster.store('DELETED', route);
    await fleet.settle();
    expect((await activities())[0]).toMatchObject({
      action: 'publication-repair',
      actor: { kind: 'system' },
      details: { objects: [`HTTPRoute/${route.metadata.name}`] },
    });
  });

  it('begins anew when a model is published again', async () => {
    const { call, publish, activities } = portal;
    await publish();
    await call('delete', IRIS, 'a');
    await publish();
    expect(await activities()).toHaveLength(1);
  });

  it.each([
    ['a consumer', 'b', 403],
    ['who merely sees it', 'nobody', 403],
    ['an administrator', 'platform', 200],
  ])('is not for everybody: %s', async (_, group, status) => {
    await portal.publish();
    const answer = await portal.call('get', `${IRIS}/activity`, group);
    expect(answer.status).toBe(status);
  });

  it('looks to strangers as if there were none', async () => {
    const { call, publish } = portal;
    await publish();
    await call('put', IRIS, 'a', { config: { visibility: 'private' } });
    const foreign = await call('get', `${IRIS}/activity`, 'b');
    const missing = await call('get', '/models/none/publish/activity', 'b');
    expect(foreign.status).toBe(404);
    expect(foreign.text.replaceAll('iris', 'none')).toBe(missing.text);
  });

  it('cannot be filled by those who merely see the model', async () => {
    const { call, publish, activities } = portal;
    await publish();
    const config = { metadata: { x: 'y' } };
    const refused = await call('put', IRIS, 'nobody', { config });
    expect(refused.status).toBe(403);
    expect(await activities()).toHaveLength(1);
  });

  it('is unavailable while the database is, and the publication is not', async () => {
    const { call, publish, activity } = portal;
    await publish();
    activity.outage = new Error('select * from activity: connection refused');
    const answer = await call('get', `${IRIS}/activity`, 'a');
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('select');
    expect((await call('get', IRIS, 'a')).status).toBe(200);
  });

  it.each([
    ['?limit=0', 'query.limit'],
    ['?action=Key%20Rotate', 'query.action'],
    ['?uid=1', 'query.uid'],
  ])('refuses %s', async (query, field) => {
    const answer = await portal.call('get', `${IRIS}/activity${query}`, 'a');
    expect(answer.status).toBe(400);
    expect(answer.body.error.details).toMatchObject([{ field }]);
  });
});
