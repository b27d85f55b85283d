import {
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { backend } from '../client/backend';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, predict, readMetadata } from '../client/gateway';
import { expectNothingWrittenSince, snapshot } from '../client/objects';
import { errorOf } from '../client/PortalClient';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { hostnames, ifAiGateway, modelsEcho, target } from '../client/target';
import { PUBLIC_HOSTNAME } from '../harness/TargetDescription';

const PUBLIC = { authentication: { requireApiKey: false } };
const KEYED = { authentication: { requireApiKey: true } };
/** A start of the backend, which the first and the last test wait for. */
const RESTART_MS = 120_000;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const publishPublic = (
  model: string,
  config: Partial<PublicationConfig> = {},
): Promise<Published> =>
  tenantA.publish(model, {
    tenantId: 'tenant-a',
    rateLimiting: WIDE_LIMITS,
    ...PUBLIC,
    ...config,
  });

/** A public OpenAI-compatible model, where these may be. */
async function publishPublicChat() {
  const published = await publishPublic('chat', {
    publicHostname: PUBLIC_HOSTNAME,
  });
  const { openai } = published;
  if (!openai) {
    throw new Error('The answer to publish holds no OpenAI endpoint');
  }
  return { ...published, openai };
}

/** Asks for something, and says what is wrong with it; nothing is written. */
async function refusal(
  method: 'POST' | 'PUT',
  path: string,
  config: Record<string, unknown>,
) {
  const before = await snapshot();
  const answer = await tenantA.send(method, path, { config });
  await expectNothingWrittenSince(before);
  const fields = (errorOf(answer).details ?? []).map(({ field }) => field);
  return { status: answer.status, fields };
}
const refusedFor = (field: string) => ({ status: 422, fields: [field] });

const statusesOf = async (iris: Published, count: number) => {
  const answers = await Promise.all(
    Array.from({ length: count }, () => predict(iris, {})),
  );
  return answers.map(({ status }) => status);
};
const admittedIn = (statuses: number[]) =>
  statuses.filter(status => status === 200).length;

describe('on a platform that says nothing about public models', () => {
  it.each([
    ['iris', {}],
    ['chat', { modelType: 'openai' }],
  ])('%s cannot be published without keys', async (model, config) => {
    expect(
      await refusal('POST', `/models/${model}/publish`, {
        tenantId: 'tenant-a',
        ...PUBLIC,
        ...config,
      }),
    ).toEqual(refusedFor('config.authentication.requireApiKey'));
  });

  it('a published model cannot be opened', async () => {
    const iris = await publishIris();
    expect(
      await refusal('PUT', '/models/iris/publish?tenant=tenant-a', PUBLIC),
    ).toEqual(refusedFor('config.authentication.requireApiKey'));
    expect((await predict(iris, {})).status).toBe(401);
  });
});

describe('on a platform that allows public models', () => {
  beforeAll(async () => {
    await backend.kill();
    await backend.startWithPublicModels();
  }, RESTART_MS);
  afterAll(async () => {
    await backend.kill();
    await backend.start();
  }, RESTART_MS);

  describe('a traditional model without keys', () => {
    it('answers everybody, and says so to everybody who sees it', async () => {
      const iris = await publishPublic('iris');
      expect(iris).toMatchObject({
        effective: 'now',
        apiKey: null,
        apiKeyId: null,
        apiKeyReason: 'public',
        warnings: [{ field: 'authentication.requireApiKey' }],
      });
      expect((await predict(iris, {})).status).toBe(200);
      expect((await readMetadata(iris)).status).toBe(200);
      expect((await predict(iris, withKey('mp_anything'))).status).toBe(200);

      expect(await tenantA.get('iris', 'tenant-a')).toMatchObject({
        apiKeyReason: 'public',
        authentication: { requireApiKey: false },
      });
      expect(await tenantA.list()).toMatchObject([
        { modelName: 'iris', requireApiKey: false },
      ]);
      await eventually(async () => {
        const { phase, conditions } = await tenantA.get('iris', 'tenant-a');
        expect({ phase, conditions }).toMatchObject({
          phase: 'Published',
          conditions: conditions.map(() => ({ status: 'True' })),
        });
      });
    });

    it('opens nothing else of its server, nor any other model', async () => {
      const iris = await publishPublic('iris');
      const keyed = await publishIris(
        { tenantId: 'tenant-b', externalPath: '/models/iris-of-b' },
        tenantB,
      );
      expect((await predict(iris, {})).status).toBe(200);
      expect((await predict(keyed, {})).status).toBe(401);
      for (const path of ['/', '/v1/models', '/v2/models/iris']) {
        const { status } = await callGateway(path, {
          host: iris.publicHostname,
        });
        expect({ path, isOpen: status < 400 }).toEqual({ path, isOpen: false });
      }
    });

    if (modelsEcho) {
      it('is not told keys that clients send all the same', async () => {
        const iris = await publishPublic('iris');
        const answer = await predict(iris, {
          'X-API-Key': 'a-key-of-somebody',
          Authorization: 'Bearer a-key-of-somebody',
          'x-client-id': 'somebody',
          'x-test-echo': '1',
        });
        const seen = String(answer.headers['x-received-headers']);
        expect(answer.status).toBe(200);
        expect(JSON.parse(seen)).toHaveProperty('content-type');
        expect(seen).not.toContain('somebody');
      });
    }

    it('has no keys to make or replace', async () => {
      await publishPublic('iris');
      const answers = await Promise.all(
        ['keys', 'rotate-key'].map(part =>
          tenantA.send('POST', `/models/iris/publish/${part}`, {}),
        ),
      );
      for (const answer of answers) {
        expect(answer.status).toBe(409);
        expect(errorOf(answer).message).toContain('public');
      }
      expect(await tenantA.listKeys('iris', 'tenant-a')).toEqual([]);
    });

    it('has the limit of the second in total', async () => {
      const limit = 5;
      const iris = await publishPublic('iris', {
        rateLimiting: { ...WIDE_LIMITS, burstLimit: limit },
      });
      await sleep(SECOND_MS - (Date.now() % SECOND_MS) + 20);
      const statuses = await statusesOf(iris, 4 * limit);
      expect(admittedIn(statuses)).toBeGreaterThanOrEqual(limit);
      // The requests may fall into two seconds.
      expect(admittedIn(statuses)).toBeLessThanOrEqual(2 * limit);
      expect(statuses.filter(status => status === 429)).toHaveLength(
        statuses.length - admittedIn(statuses),
      );
    });

    if (target.hasGlobalRateLimit) {
      it(
        'has the limit of the minute in total',
        async () => {
          const limit = 5;
          const iris = await publishPublic('iris', {
            rateLimiting: { ...WIDE_LIMITS, requestsPerMinute: limit },
          });
          await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
          const statuses: number[] = [];
          for (let index = 0; index < 2 * limit; index += 1) {
            // Whatever a client says of itself, it gets no counter of its own.
            const headers = {
              ...withKey(`k${index}`),
              'x-client-id': `c${index}`,
            };
            statuses.push((await predict(iris, headers)).status);
          }
          expect(statuses).toEqual([
            ...Array.from({ length: limit }, () => 200),
            ...Array.from({ length: limit }, () => 429),
          ]);
        },
        2 * MINUTE_MS,
      );
    }
  });

  describe('a traditional model that changes its mind', () => {
    it('opens, and asks for its keys again, which have stayed', async () => {
      const iris = await publishIris();
      await tenantA.update('iris', 'tenant-a', PUBLIC);
      await eventually(async () =>
        expect((await predict(iris, {})).status).toBe(200),
      );
      expect(await tenantA.get('iris', 'tenant-a')).toMatchObject({
        apiKey: null,
        apiKeyReason: 'public',
      });

      await tenantA.update('iris', 'tenant-a', KEYED);
      await eventually(async () => {
        expect((await predict(iris, {})).status).toBe(401);
        expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
      });
      expect((await predict(iris, withKey('mp_anything'))).status).toBe(401);
    });

    it('is closed to everybody when it never had keys, until one is made', async () => {
      const iris = await publishPublic('iris');
      await tenantA.update('iris', 'tenant-a', KEYED);
      await eventually(async () =>
        expect((await predict(iris, {})).status).toBe(401),
      );
      const { apiKey } = await tenantA.createKey('iris', 'tenant-a');
      const headers = withKey(String(apiKey));
      expect((await predict(iris, headers)).status).toBe(200);
      expect((await predict(iris, {})).status).toBe(401);
    });
  });

  ifAiGateway(
    'with Envoy AI Gateway: an OpenAI-compatible model without keys',
    () => {
      it('answers everybody on a hostname for such models', async () => {
        const model = await publishPublicChat();
        expect(model).toMatchObject({
          effective: 'now',
          apiKey: null,
          apiKeyReason: 'public',
        });
        for (const headers of [{}, withKey('mp_anything')]) {
          expect((await chat(model, headers)).status).toBe(200);
          expect((await readMetadata(model, headers)).status).toBe(200);
        }
        expect(await tenantA.list()).toMatchObject([
          { modelName: 'chat', requireApiKey: false },
        ]);
      });

      it('shows nobody the list of models', async () => {
        const { publicHostname: host } = await publishPublicChat();
        for (const path of ['/v1/models', '/anthropic/v1/models']) {
          const { status } = await callGateway(path, { host });
          expect({ path, isOpen: status < 400 }).toEqual({
            path,
            isOpen: false,
          });
        }
      });

      it('is on no other hostname, and no model with keys is on its own', async () => {
        const path = '/models/chat/publish';
        const config = { tenantId: 'tenant-a' };
        const wrongHost = refusedFor('config.publicHostname');
        expect(await refusal('POST', path, { ...config, ...PUBLIC })).toEqual(
          wrongHost,
        );
        const onIts = { publicHostname: PUBLIC_HOSTNAME };
        expect(await refusal('POST', path, { ...config, ...onIts })).toEqual(
          wrongHost,
        );
      });

      it('cannot move to a hostname of models with keys, nor the other way around', async () => {
        const path = '/models/chat/publish?tenant=tenant-a';
        const wrongHost = refusedFor('config.publicHostname');
        const open = await publishPublicChat();
        const away = { publicHostname: hostnames.usual };
        expect(await refusal('PUT', path, away)).toEqual(wrongHost);
        expect((await chat(open, {})).status).toBe(200);
        await tenantA.unpublish('chat', 'tenant-a');

        const keyed = await publishChat();
        const there = { publicHostname: PUBLIC_HOSTNAME };
        expect(await refusal('PUT', path, there)).toEqual(wrongHost);
        expect((await chat(keyed, {})).status).toBe(401);
      });

      it('cannot change its mind', async () => {
        const path = '/models/chat/publish?tenant=tenant-a';
        const refused = {
          status: 422,
          fields: expect.arrayContaining([
            'config.authentication.requireApiKey',
          ]),
        };
        const open = await publishPublicChat();
        expect(await refusal('PUT', path, KEYED)).toEqual(refused);
        expect((await chat(open, {})).status).toBe(200);
        await tenantA.unpublish('chat', 'tenant-a');

        const keyed = await publishChat();
        expect(await refusal('PUT', path, PUBLIC)).toEqual(refused);
        expect((await chat(keyed, {})).status).toBe(401);
      });

      it('opens no model with keys, wherever and by whatever header it is asked for', async () => {
        const open = await publishPublicChat();
        const keyed = await publishChat(
          { tenantId: 'tenant-b' },
          { model: 'chat2', caller: tenantB },
        );
        const iris = await publishIris({ publicHostname: PUBLIC_HOSTNAME });
        const spoofed = {
          'x-client-id': `${keyed.id}.tenant-b.${keyed.apiKeyId}`,
          'x-ai-eg-model': 'chat2',
        };
        for (const headers of [{}, withKey('mp_anything'), spoofed]) {
          expect((await chat(keyed, headers)).status).toBe(401);
          expect((await predict(iris, headers)).status).toBe(401);
          const atPublic = { ...keyed, publicHostname: PUBLIC_HOSTNAME };
          expect((await chat(atPublic, headers)).status).toBe(404);
          const atKeyed = { ...open, publicHostname: keyed.publicHostname };
          expect((await chat(atKeyed, headers)).status).toBe(401);
          // The answer of the public model, and of no other.
          const answer = await chat(open, headers);
          expect(JSON.parse(answer.text)).toMatchObject({ model: 'chat' });
        }
        expect((await chat(keyed, withKey(keyed.apiKey))).status).toBe(200);
        expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
      });

      if (modelsEcho) {
        it('is not told keys that clients send all the same', async () => {
          const model = await publishPublicChat();
          const answer = await chat(model, {
            'X-API-Key': 'a-key-of-somebody',
            Authorization: 'Bearer a-key-of-somebody',
            'x-client-id': 'somebody',
            'x-test-echo': '1',
          });
          const seen = String(answer.headers['x-received-headers']);
          expect(answer.status).toBe(200);
          expect(JSON.parse(seen)).toHaveProperty('content-type');
          expect(seen).not.toContain('somebody');
        });
      }
    },
  );
});
