import { admin, nobody, tenantA, tenantB } from '../client/callers';
import { predict } from '../client/gateway';
import { COMPLETE, objectsOfPublication } from '../client/objects';
import { errorOf, PortalAnswer, PortalClient } from '../client/PortalClient';
import { publishIris, withKey } from '../client/publishIris';

interface Question {
  verb: string;
  method: string;
  path: (model: string, tenant: string) => string;
  body?: (tenant: string) => unknown;
}

const PUBLISH = (model: string) => `/models/${model}/publish`;

/** Everything that can be asked about a model of a tenant. */
const questions: Question[] = [
  {
    verb: 'read',
    method: 'GET',
    path: (model, tenant) => `${PUBLISH(model)}?tenant=${tenant}`,
  },
  {
    verb: 'unpublish',
    method: 'DELETE',
    path: (model, tenant) => `${PUBLISH(model)}?tenant=${tenant}`,
  },
  {
    verb: 'rotate the key of',
    method: 'POST',
    path: (model, tenant) => `${PUBLISH(model)}/rotate-key?tenant=${tenant}`,
  },
  {
    verb: 'publish',
    method: 'POST',
    path: PUBLISH,
    body: tenantId => ({ config: { tenantId } }),
  },
  {
    verb: 'publish at a taken path',
    method: 'POST',
    path: PUBLISH,
    body: tenantId => ({ config: { tenantId, externalPath: '/models/iris' } }),
  },
  {
    verb: 'publish with impossible limits',
    method: 'POST',
    path: PUBLISH,
    body: tenantId => ({
      config: { tenantId, rateLimiting: { burstLimit: 4_000_000 } },
    }),
  },
];

describe('what one tenant has published', () => {
  it.each(questions)(
    'looks to another tenant that wants to $verb it as if it did not exist',
    async ({ method, path, body }) => {
      const iris = await publishIris();
      const ask = async (model: string, tenant: string) =>
        comparable(
          await tenantB.send(method, path(model, tenant), body?.(tenant)),
          [model, tenant],
        );

      const foreign = await ask('iris', 'tenant-a');
      expect(foreign).toEqual(await ask('no-such-model', 'tenant-a'));
      expect(foreign).toEqual(await ask('iris', 'no-such-tenant'));
      expect(foreign.status).toBe(404);
      expect(await objectsOfPublication(iris.id)).toEqual(COMPLETE);
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    },
  );

  it.each([
    ['GET', '/models/iris/publish'],
    ['DELETE', '/models/iris/publish'],
    ['POST', '/models/iris/publish/rotate-key'],
  ])(
    'is not found without naming its tenant either: %s %s',
    async (method, path) => {
      await publishIris();
      const missing = path.replace('iris', 'no-such-model');
      const foreign = comparable(await tenantB.send(method, path), ['iris']);
      expect(foreign).toEqual(
        comparable(await tenantB.send(method, missing), ['no-such-model']),
      );
      expect(foreign.status).toBe(404);
    },
  );

  it('is in no list of another tenant', async () => {
    await publishIris();
    for (const tenant of ['tenant-a', 'no-such-tenant']) {
      for (const list of ['/published-models', '/models']) {
        const answer = await tenantB.send('GET', `${list}?tenant=${tenant}`);
        expect(answer.body).toEqual({ items: [], totalItems: 0 });
      }
    }
    expect(await tenantB.list()).toEqual([]);
    const models = await tenantB.send('GET', '/models');
    expect(models.text).not.toContain('tenant-a');
  });

  it('keeps its path, and nobody learns whose it is', async () => {
    const iris = await publishIris();
    const answer = await tenantB.send('POST', '/models/iris/publish', {
      config: { tenantId: 'tenant-b', externalPath: iris.externalPath },
    });
    expect(answer.status).toBe(409);
    expect(errorOf(answer).details).toEqual([
      expect.objectContaining({ field: 'config.externalPath' }),
    ]);
    expect(answer.text).not.toContain('tenant-a');
    expect(answer.text).not.toContain(iris.id);
    expect(await tenantB.list()).toEqual([]);
  });

  it('stands beside the same name of another tenant, each with its own keys', async () => {
    const ofA = await publishIris();
    const ofB = await publishIris(
      { tenantId: 'tenant-b', externalPath: '/models/tenant-b/iris' },
      tenantB,
    );
    const statuses = await Promise.all(
      [ofA, ofB].flatMap(publication =>
        [ofA, ofB].map(
          async ({ apiKey }) =>
            (
              await predict(publication, withKey(apiKey))
            ).status,
        ),
      ),
    );
    expect(statuses).toEqual([200, 401, 401, 200]);
    expect((await tenantA.list()).map(({ tenantId }) => tenantId)).toEqual([
      'tenant-a',
    ]);
    expect((await tenantB.list()).map(({ tenantId }) => tenantId)).toEqual([
      'tenant-b',
    ]);
    await tenantB.unpublish('iris', 'tenant-b');
    expect((await predict(ofA, withKey(ofA.apiKey))).status).toBe(200);
  });
});

describe('an administrator', () => {
  it('acts for every tenant', async () => {
    const ofA = await publishIris({}, admin);
    const ofB = await publishIris(
      { tenantId: 'tenant-b', externalPath: '/models/tenant-b/iris' },
      admin,
    );
    expect((await predict(ofB, withKey(ofB.apiKey))).status).toBe(200);
    expect((await admin.list()).map(({ tenantId }) => tenantId)).toEqual([
      'tenant-a',
      'tenant-b',
    ]);
    const { apiKey } = await admin.rotateKey('iris', 'tenant-a');
    expect((await predict(ofA, withKey(String(apiKey)))).status).toBe(200);
    expect((await tenantA.get('iris', 'tenant-a')).createdBy).not.toBe('');
  });

  it('is asked which tenant is meant', async () => {
    await publishIris();
    await publishIris(
      { tenantId: 'tenant-b', externalPath: '/models/tenant-b/iris' },
      tenantB,
    );
    const answer = await admin.send('GET', '/models/iris/publish');
    expect(answer.status).toBe(409);
    expect(errorOf(answer).message).toMatch(/tenant-a.*tenant-b/);
  });
});

describe('a caller without a valid token', () => {
  it.each([
    ['no token', nobody],
    ['a wrong token', new PortalClient('dev-tenant-x-token')],
  ])('is turned away everywhere: %s', async (_title, caller) => {
    await publishIris();
    for (const [method, path] of [
      ['GET', '/published-models'],
      ['GET', '/models'],
      ['GET', '/models/iris/publish'],
      ['POST', '/models/iris/publish'],
      ['DELETE', '/models/iris/publish'],
      ['POST', '/models/iris/publish/rotate-key'],
    ] as const) {
      const { status } = await caller.send(method, path);
      expect({ method, path, status }).toEqual({ method, path, status: 401 });
    }
    expect(await tenantA.list()).toHaveLength(1);
  });
});

/** An answer without what the caller has said itself. */
function comparable(answer: PortalAnswer, said: string[]) {
  const { name, message, details } = errorOf(answer);
  const text = said.reduce(
    (rest, word) => rest.replaceAll(`"${word}"`, '"…"'),
    message,
  );
  return { status: answer.status, name, text, details };
}
