import {
  keyValidationSchema,
  publishedSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { backend } from '../client/backend';
import { nobody, tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';

/** A lease of a backend that died (30 s), and its restart. */
const TAKEOVER_MS = 60_000;
const TEST_MS = 300_000;

/** Writes of a publish call, of which there are about ten. Each costs a lease. */
const KILL_AFTER = process.env.ACCEPTANCE_ALL_CUTS
  ? [1, 2, 3, 4, 5, 6, 7, 8]
  : [4];

const IRIS = '/models/iris/publish';
const aPublication = {
  config: { tenantId: 'tenant-a', rateLimiting: WIDE_LIMITS },
};
const send = (key: string, path = IRIS, body: object = aPublication) =>
  tenantA.send('POST', path, body, { 'Idempotency-Key': key });

describe('a request with an Idempotency-Key', () => {
  it('publishes once and issues one key, however often it is sent', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => send('publish-once')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([201]),
    );
    const published = answers.map(({ body }) => publishedSchema.parse(body));
    expect(new Set(published.map(({ apiKey }) => apiKey)).size).toBe(1);
    expect(await tenantA.listKeys('iris', 'tenant-a')).toHaveLength(1);
    const [{ apiKey } = { apiKey: null }] = published;
    const { publicHostname, externalPath } = await tenantA.get(
      'iris',
      'tenant-a',
    );
    const answer = await predict(
      { publicHostname, externalPath },
      withKey(apiKey ?? ''),
    );
    expect(answer.status).toBe(200);
  });

  it(
    'is finished by its repetition when the backend is killed in the middle of it',
    async () => {
      for (const killAfter of KILL_AFTER) {
        await backend.untilItWritesNothing();
        await backend.countWrites({ killAfter });
        const key = `killed-after-${killAfter}`;
        await send(key).catch(() => undefined);
        await backend.kill();
        await backend.countWrites();
        await backend.start();
        const { apiKey, publicHostname, externalPath } = await eventually(
          async () => {
            const answer = await send(key);
            expect(answer.status).toBe(201);
            return publishedSchema.parse(answer.body);
          },
          { withinMs: TAKEOVER_MS },
        );
        expect(await tenantA.listKeys('iris', 'tenant-a')).toHaveLength(1);
        await eventually(async () =>
          expect(
            await predict(
              { publicHostname, externalPath },
              withKey(apiKey ?? ''),
            ),
          ).toMatchObject({ status: 200 }),
        );
        await tenantA.unpublish('iris', 'tenant-a');
      }
    },
    TEST_MS,
  );
});

describe('validate-api-key', () => {
  const validate = async (apiKey: string) =>
    keyValidationSchema.parse(
      (await nobody.send('POST', '/validate-api-key', { apiKey })).body,
    );

  it('follows a key through its life, for whoever holds it', async () => {
    const { apiKey, apiKeyId } = await publishIris();
    expect(await validate(apiKey)).toEqual({
      valid: true,
      keyId: apiKeyId,
      modelName: 'iris',
      tenantId: 'tenant-a',
      expiresAt: null,
      state: 'active',
    });
    await tenantA.rotateKey('iris', 'tenant-a', 'now');
    expect(await validate(apiKey)).toMatchObject({
      valid: false,
      state: 'revoked',
    });
    await tenantA.unpublish('iris', 'tenant-a');
    expect(await validate(apiKey)).toMatchObject({ valid: false, keyId: null });
  });

  it('leaves no key in the log', async () => {
    const { apiKey } = await publishIris();
    await validate(apiKey);
    await nobody.send('POST', '/validate-api-key', `{"apiKey": "${apiKey}`);
    expect(await backend.log()).not.toContain(apiKey);
  });
});
