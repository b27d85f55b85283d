import * as operations from '@inference-portal/plugin-model-publishing-common';
import { admin, nobody, tenantA, tenantB } from '../client/callers';
import { predict } from '../client/gateway';
import { COMPLETE, objectsOfPublication } from '../client/objects';
import { errorOf, PortalAnswer, PortalClient } from '../client/PortalClient';
import { publishIris, withKey } from '../client/publishIris';
import { signedIn } from '../client/users';

/** Bodies of operations that need one. */
const BODIES: Record<string, (tenantId: string) => unknown> = {
  publishModel: tenantId => ({ config: { tenantId } }),
  updatePublishedModel: () => ({ config: { visibility: 'portal' } }),
  revokeKeys: () => ({ all: true }),
  sendTestRequest: () => ({ endpoint: 'metadata' }),
  createAccessRequest: () => ({ reason: 'for a test' }),
};

const everything: unknown[] = Object.values(operations);
const OPERATIONS = everything.filter(isOperation);
/** Everything that can be asked about one model, whatever it is called. */
const ABOUT_A_MODEL = OPERATIONS.filter(({ path }) => path.includes(':model'));

function isOperation(value: unknown): value is operations.Operation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}

/** Asks about a model of a tenant, and leaves out of the answer what was said in the question. */
async function ask(
  caller: PortalClient,
  { operationId, method, path }: operations.Operation,
  about: { model: string; tenant?: string; keyId: string },
) {
  const { model, tenant, keyId } = about;
  const address = path.replace(':model', model).replace(':keyId', keyId);
  const namesTenant = operationId !== 'publishModel' && tenant !== undefined;
  const answer = await caller.send(
    method.toUpperCase(),
    namesTenant ? `${address}?tenant=${tenant}` : address,
    BODIES[operationId]?.(tenant ?? 'tenant-a'),
  );
  return comparable(answer, [model, tenant ?? 'tenant-a', keyId]);
}

/** Who must not see it: services and people, strangers and consumers. */
const STRANGERS: Array<[string, () => Promise<PortalClient>]> = [
  ['a service of another tenant', async () => tenantB],
  ['a person of another tenant', () => signedIn('tenant-b-user')],
];
const INVISIBLE: Array<[string, Partial<operations.PublicationConfig>]> = [
  ['for its consumers', { visibility: 'consumers' }],
  [
    'private, even to consumers',
    {
      visibility: 'private',
      authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    },
  ],
];

describe.each(STRANGERS)('to %s', (_title, signIn) => {
  describe.each(INVISIBLE)('what is published %s', (_visibility, config) => {
    it('looks as if it did not exist, whatever is asked', async () => {
      const stranger = await signIn();
      const iris = await publishIris(config);
      const keyId = String(iris.apiKeyId);
      const noKeyId = 'A'.repeat(keyId.length);
      for (const operation of ABOUT_A_MODEL) {
        const { operationId } = operation;
        const foreign = await ask(stranger, operation, {
          model: 'iris',
          tenant: 'tenant-a',
          keyId,
        });
        const missing = [
          { model: 'no-such-model', tenant: 'tenant-a', keyId: noKeyId },
          { model: 'iris', tenant: 'no-such-tenant', keyId: noKeyId },
        ];
        for (const about of missing) {
          const answer = await ask(stranger, operation, about);
          expect({ operationId, ...answer }).toEqual({
            operationId,
            ...foreign,
          });
        }
        expect({ operationId, status: foreign.status }).toEqual({
          operationId,
          status: 404,
        });
      }
      expect(await objectsOfPublication(iris.id)).toEqual(COMPLETE);
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    });
  });

  it('is not found without naming its tenant either', async () => {
    const stranger = await signIn();
    const { apiKeyId } = await publishIris();
    const keyId = String(apiKeyId);
    // The stranger's own tenant has a model of that name, which is not published.
    const aboutPublications = ABOUT_A_MODEL.filter(({ path }) =>
      path.includes('/publish'),
    );
    for (const operation of aboutPublications) {
      const foreign = await ask(stranger, operation, { model: 'iris', keyId });
      const missing = await ask(stranger, operation, { model: 'none', keyId });
      expect(foreign).toEqual(missing);
      expect(missing.status).toBe(404);
    }
  });
});

describe('to an administrator', () => {
  it('what does not exist looks alike everywhere', async () => {
    const keyId = 'A'.repeat(17);
    for (const operation of ABOUT_A_MODEL) {
      const { operationId } = operation;
      const answers = await Promise.all(
        [
          { model: 'no-such-model', tenant: 'tenant-a', keyId },
          { model: 'iris', tenant: 'no-such-tenant', keyId },
        ].map(about => ask(admin, operation, about)),
      );
      // Publishing tells its administrator which of the two is missing.
      const statuses = answers.map(({ status }) => status);
      expect({ operationId, statuses }).toEqual({
        operationId,
        statuses: [404, 404],
      });
    }
  });
});

describe('a consumer', () => {
  it('sees address and own keys of what it may use, and changes nothing else', async () => {
    const iris = await publishIris({
      authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    });
    const { apiKey, key } = await tenantB.createKey('iris', 'tenant-a');
    expect((await predict(iris, withKey(String(apiKey)))).status).toBe(200);
    expect(await tenantB.get('iris', 'tenant-a')).toMatchObject({
      externalUrl: iris.externalUrl,
      access: 'consumer',
      conditions: [],
      createdBy: null,
      authentication: { allowedTenants: ['tenant-b'] },
      apiKeyId: key.id,
    });
    const seen = await tenantB.listKeys('iris', 'tenant-a');
    expect(seen.map(({ id }) => id)).toEqual([key.id]);
    const forbidden = await Promise.all([
      tenantB.send('PUT', '/models/iris/publish?tenant=tenant-a', {
        config: { visibility: 'portal' },
      }),
      tenantB.send('DELETE', '/models/iris/publish?tenant=tenant-a'),
      tenantB.send('GET', '/models/iris/publish/manifests?tenant=tenant-a'),
    ]);
    expect(forbidden.map(({ status }) => status)).toEqual([403, 403, 403]);
    const foreignKey = await tenantB.send(
      'DELETE',
      `/models/iris/publish/keys/${iris.apiKeyId}?tenant=tenant-a`,
    );
    expect(foreignKey.status).toBe(404);
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
  });

  it('sees what is visible to the whole portal, and gets no key for it', async () => {
    const iris = await publishIris({ visibility: 'portal' });
    expect(await tenantB.get('iris', 'tenant-a')).toMatchObject({
      externalUrl: iris.externalUrl,
      access: 'viewer',
      apiKeyReason: 'no-key',
    });
    expect(await tenantB.listKeys('iris', 'tenant-a')).toEqual([]);
    const { status } = await tenantB.send(
      'POST',
      '/models/iris/publish/keys?tenant=tenant-a',
      {},
    );
    expect(status).toBe(403);
  });
});

describe('what one tenant has published', () => {
  it('is in no list of another tenant', async () => {
    await publishIris();
    for (const tenant of ['tenant-a', 'no-such-tenant']) {
      for (const list of ['/published-models', '/models']) {
        const answer = await tenantB.send('GET', `${list}?tenant=${tenant}`);
        expect(answer.body).toMatchObject({ items: [], totalItems: 0 });
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
    for (const { method, path, operationId } of OPERATIONS
      // Checks a key for whoever holds one, without sign-in.
      .filter(operation => operation.path !== '/validate-api-key')) {
      const { status } = await caller.send(
        method.toUpperCase(),
        path.replace(':model', 'iris').replace(':keyId', 'A'.repeat(17)),
        BODIES[operationId]?.('tenant-a'),
      );
      expect({ operationId, status }).toEqual({ operationId, status: 401 });
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
