import * as operations from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { backend } from '../client/backend';
import { nobody, tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { kubernetes, PLURALS } from '../client/kubernetes';
import { nameOf, NAMESPACES } from '../client/objects';
import { publishIris } from '../client/publishIris';

const openApiSchema = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ operationId: z.string() })),
  ),
});

describe('the description of the API', () => {
  it('lists every operation', async () => {
    const answer = await tenantA.send('GET', '/openapi.json');
    const { paths } = openApiSchema.parse(answer.body);
    const listed = Object.values(paths)
      .flatMap(path => Object.values(path))
      .map(({ operationId }) => operationId);
    const declared = Object.entries(operations)
      .filter(([name]) => /^[a-z].*Operation$/.test(name))
      .filter(([name]) => name !== 'defineOperation')
      .map(([, value]) => z.object({ operationId: z.string() }).parse(value))
      .map(({ operationId }) => operationId);
    expect(declared.length).toBeGreaterThan(5);
    expect([...listed].sort()).toEqual([...declared].sort());
  });
});

/** Audit events in the backend's log after this call, as `<event> <status>`. */
async function auditsSince(start: number): Promise<string[]> {
  const lines = (await backend.log()).slice(start).split('\n');
  return lines.flatMap(line => {
    const match =
      /model-publishing\.(publication-create|publication-delete|key-rotate)/.exec(
        line,
      );
    const status = /\b(initiated|succeeded|failed)\b/.exec(line);
    return match && status ? [`${match[1]} ${status[1]}`] : [];
  });
}

describe('the audit log', () => {
  it('holds one event and its outcome for each change, also for refused ones', async () => {
    const start = (await backend.log()).length;
    await publishIris();
    await tenantA.rotateKey('iris', 'tenant-a');
    await tenantA.unpublish('iris', 'tenant-a');
    await tenantA.send('DELETE', '/models/iris/publish');
    await tenantA.list();
    await eventually(async () =>
      expect(await auditsSince(start)).toEqual([
        'publication-create initiated',
        'publication-create succeeded',
        'key-rotate initiated',
        'key-rotate succeeded',
        'publication-delete initiated',
        'publication-delete succeeded',
        'publication-delete initiated',
        'publication-delete failed',
      ]),
    );
  });
});

describe('an API key', () => {
  it('is in no object but its credentials Secret, in no log, no audit event and no database', async () => {
    const iris = await publishIris();
    const { apiKey } = await tenantA.rotateKey('iris', 'tenant-a', '1h');
    const issued = await tenantA.createKey('iris', 'tenant-a', { name: 'ci' });
    const repeated = await tenantA.send(
      'POST',
      '/models/iris/publish/keys',
      { name: 'repeated' },
      { 'Idempotency-Key': `secrecy-${iris.apiKeyId}` },
    );
    await tenantA.send('GET', '/models/iris/publish');
    await nobody.send('POST', '/validate-api-key', { apiKey: iris.apiKey });
    const secrets = [iris.apiKey, apiKey, issued.apiKey].map(String);
    secrets.push(
      issuedKeyOf(repeated.body),
      ...secrets.map(secret => secret.slice(22)),
    );
    const credentials = await nameOf('secrets', iris, 'credentials');

    const places: string[] = [];
    for (const namespace of NAMESPACES) {
      for (const plural of PLURALS) {
        for (const object of await kubernetes.list(plural, { namespace })) {
          const text = readable(object);
          if (secrets.some(secret => text.includes(secret))) {
            places.push(`${plural}/${object.metadata.name}`);
          }
        }
      }
    }
    expect(places).toEqual([`secrets/${credentials}`]);
    const log = await backend.log();
    expect(log.length).toBeGreaterThan(0);
    secrets.forEach(secret => expect(log.includes(secret)).toBe(false));
    const files = await backend.databaseFiles();
    // The key's id is in the database, so this would find the key itself too.
    const keyId = String(
      z.object({ apiKeyId: z.string() }).parse(repeated.body).apiKeyId,
    );
    expect(files.some(bytes => bytes.includes(keyId))).toBe(true);
    secrets.forEach(secret =>
      expect(files.some(bytes => bytes.includes(secret))).toBe(false),
    );
  });

  it('is told to no stranger', async () => {
    const { apiKey } = await publishIris();
    const answers = await Promise.all([
      nobody.send('GET', '/models/iris/publish'),
      tenantB.send('GET', '/models/iris/publish?tenant=tenant-a'),
      tenantA.send('GET', '/models/iris/publish?reveal=false'),
      tenantA.send('GET', '/models/iris/publish/keys'),
      tenantA.send('GET', '/models/iris/publish/manifests'),
      tenantA.send('GET', '/published-models'),
      tenantA.send('POST', '/models/iris/publish', {
        config: { tenantId: 'tenant-a' },
      }),
    ]);
    answers.forEach(({ text }) => expect(text.includes(apiKey)).toBe(false));
  });
});

describe('the reveal of a key', () => {
  it('is for its owners, and in the audit log', async () => {
    const { apiKey, apiKeyId } = await publishIris();
    const before = (await backend.log()).split('key-reveal').length;
    const answer = await tenantA.send('GET', '/models/iris/publish');
    expect(answer.body).toMatchObject({ apiKey, apiKeyReason: 'revealed' });
    await eventually(async () => {
      const log = await backend.log();
      expect(log.split('key-reveal').length).toBeGreaterThan(before);
      expect(log).toContain(String(apiKeyId));
      expect(log).not.toContain(apiKey);
    });
  });
});

function issuedKeyOf(body: unknown): string {
  return z.object({ apiKey: z.string() }).parse(body).apiKey;
}

/** Everything in an object, with the data of Secrets decoded. */
function readable(object: { data?: Record<string, string> }): string {
  const decoded = Object.values(object.data ?? {}).map(value =>
    Buffer.from(value, 'base64').toString('utf8'),
  );
  return [JSON.stringify(object), ...decoded].join('\n');
}
