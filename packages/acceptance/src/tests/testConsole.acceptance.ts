import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import { admin, nobody, tenantA, tenantB, tenantC } from '../client/callers';
import { awayFromEndOf, MINUTE_MS } from '../client/clockWindow';
import { eventually } from '../client/eventually';
import { predict, SETOSA } from '../client/gateway';
import { kubernetes } from '../client/kubernetes';
import { nameOf } from '../client/objects';
import { onceCounted } from '../client/onceCounted';
import { errorOf, PortalClient } from '../client/PortalClient';
import { ifPrometheus } from '../client/prometheus';
import { publishChat, QUESTION } from '../client/publishChat';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { ifAiGateway, target } from '../client/target';
import { tryOut } from '../client/tryOut';
import { untilLimits } from '../client/untilLimits';
import { signedIn } from '../client/users';

const PREDICT = { endpoint: 'predict', body: SETOSA } as const;
const SHARED: Partial<PublicationConfig> = {
  authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
};
/** Longer than what is counted in one minute takes. */
const COUNTED_MS = 30_000;
const ENDED = { type: 'end', truncated: false };

jest.setTimeout(3 * MINUTE_MS);

describe('the test console with a traditional model', () => {
  it('predicts, and tells what came back', async () => {
    await publishIris();
    const answer = await tryOut(tenantA, 'iris', PREDICT);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('json') },
      last: ENDED,
    });
    expect(JSON.parse(answer.parts.join(''))).toMatchObject({
      predictions: [0],
    });
  });

  it('reads metadata without a body', async () => {
    await publishIris();
    const answer = await tryOut(tenantA, 'iris', { endpoint: 'metadata' });
    expect(answer).toMatchObject({ status: 200, last: ENDED });
    expect(answer.parts.join('')).toContain('iris');
  });

  it("shows the model's own refusals", async () => {
    await publishIris();
    const answer = await tryOut(tenantA, 'iris', {
      endpoint: 'predict',
      body: { no: 'instances' },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.last).toMatchObject(ENDED);
  });

  it('takes a body of nearly 1 MiB, and no larger one', async () => {
    await publishIris();
    const row = [5.1, 3.5, 1.4, 0.2];
    const instances = (count: number) =>
      Array.from({ length: count }, () => row);
    const large = await tryOut(tenantA, 'iris', {
      endpoint: 'predict',
      body: { instances: instances(50_000) },
    });
    expect(large).toMatchObject({ status: 200, last: ENDED });
    const larger = await tryOut(tenantA, 'iris', {
      endpoint: 'predict',
      body: { instances: instances(80_000) },
    });
    expect(larger).toMatchObject({ status: 413, parts: [] });
  });
});

ifAiGateway('the test console with an OpenAI-compatible model', () => {
  it('chats under the published name', async () => {
    await publishChat({ externalPath: '/v1/models/try-me' });
    const answer = await tryOut(tenantA, 'chat', {
      endpoint: 'chat/completions',
      body: { messages: QUESTION },
    });
    expect(answer).toMatchObject({ status: 200, last: ENDED });
    expect(JSON.parse(answer.parts.join(''))).toMatchObject({
      choices: [{ message: { role: 'assistant' } }],
    });
  });

  it('passes a stream on in the parts in which it comes', async () => {
    await publishChat();
    // The models repeat what was said; this is more than one network packet takes.
    const content = 'word '.repeat(2_000);
    const answer = await tryOut(tenantA, 'chat', {
      endpoint: 'chat/completions',
      body: {
        messages: [{ role: 'user', content }],
        max_tokens: 2_000,
        stream: true,
      },
    });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('event-stream') },
      last: ENDED,
    });
    expect(answer.parts.length).toBeGreaterThan(1);
    expect(answer.parts.join('')).toMatch(/^data: \{[^]*data: \[DONE\]\s*$/);
  });

  it('says what a model is called', async () => {
    const { openai } = await publishChat();
    const answer = await tryOut(tenantA, 'chat', { endpoint: 'model' });
    expect(JSON.parse(answer.parts.join(''))).toMatchObject({
      id: openai.model,
      object: 'model',
    });
  });

  it('cannot be turned to another model of the hostname', async () => {
    await publishChat();
    const other = await publishChat(
      { tenantId: 'tenant-b' },
      { model: 'chat2', caller: tenantB },
    );
    const answer = await tenantA.send(
      'POST',
      '/models/chat/publish/test-requests',
      {
        endpoint: 'chat/completions',
        body: { messages: QUESTION, model: other.openai.model },
      },
    );
    expect(answer.status).toBe(422);
    expect(errorOf(answer).details).toEqual([
      expect.objectContaining({ field: 'body.model' }),
    ]);
  });
});

describe('the test console', () => {
  const people: Array<[string, () => Promise<PortalClient>, number]> = [
    ['the publishing tenant', async () => tenantA, 200],
    ['a member of it', () => signedIn('tenant-a-user'), 200],
    ['a consumer', async () => tenantB, 200],
    ['an administrator', async () => admin, 200],
    ['a stranger', async () => tenantC, 404],
    ['nobody', async () => nobody, 401],
  ];

  it.each(people)('answers %s', async (_, signIn, status) => {
    const caller = await signIn();
    await publishIris(SHARED);
    expect((await tryOut(caller, 'iris', PREDICT)).status).toBe(status);
  });

  it('answers nobody who only sees that there is a model', async () => {
    await publishIris({ visibility: 'portal' });
    expect((await tryOut(tenantB, 'iris', PREDICT)).status).toBe(403);
  });

  it.each([
    { ...PREDICT, url: 'http://127.0.0.1:1/' },
    { ...PREDICT, headers: { Host: 'elsewhere.example' } },
    { ...PREDICT, hostname: 'elsewhere.example' },
    { ...PREDICT, endpoint: '../../iris' },
    { ...PREDICT, endpoint: 'predict?x=/../' },
    { ...PREDICT, keyTenant: '../tenant-b' },
  ])('cannot be steered by %j', async request => {
    await publishIris();
    const { status } = await tenantA.send(
      'POST',
      '/models/iris/publish/test-requests',
      request,
    );
    expect(status).toBe(400);
  });

  it('cannot be asked for an endpoint of the other type of model, or as another tenant', async () => {
    await publishIris(SHARED);
    const statuses = await Promise.all([
      tryOut(tenantA, 'iris', { endpoint: 'embeddings', body: {} }),
      tryOut(tenantB, 'iris', { ...PREDICT, keyTenant: 'tenant-a' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([422, 403]);
  });

  it('uses a key that is in no list and in no answer', async () => {
    const iris = await publishIris(SHARED);
    const answers = [
      await tryOut(tenantA, 'iris', PREDICT),
      await tryOut(tenantB, 'iris', PREDICT),
      await tryOut(tenantB, 'iris', { endpoint: 'metadata' }),
    ];
    const credentials = await nameOf('secrets', iris, 'credentials');
    const { data = {} } = await kubernetes.get('secrets', credentials);
    const own = Object.keys(data).filter(
      id => id.startsWith(`${iris.id}.`) && !id.endsWith(String(iris.apiKeyId)),
    );
    expect(own.map(id => id.split('.')[1]).sort()).toEqual([
      'tenant-a',
      'tenant-b',
    ]);
    const values = own.map(id =>
      Buffer.from(String(data[id]), 'base64').toString(),
    );
    for (const { raw } of answers) {
      values.forEach(value => expect(raw).not.toContain(value));
    }
    const lists = await Promise.all(
      [tenantA, tenantB].map(caller => caller.listKeys('iris', 'tenant-a')),
    );
    expect(lists.map(keys => keys.map(({ id }) => id))).toEqual([
      [iris.apiKeyId],
      [],
    ]);
  });

  it('stops with all other keys, and gets another key', async () => {
    const iris = await publishIris(SHARED);
    await tryOut(tenantB, 'iris', PREDICT);
    const credentials = await nameOf('secrets', iris, 'credentials');
    const entries = async () =>
      Object.keys(
        (await kubernetes.get('secrets', credentials)).data ?? {},
      ).filter(id => id.startsWith(`${iris.id}.`));
    const before = await entries();
    const { status } = await tenantA.send(
      'POST',
      '/models/iris/publish/keys/revoke?tenant=tenant-a',
      { all: true },
    );
    expect(status).toBe(200);
    expect(await entries()).toEqual([]);
    expect((await tryOut(tenantB, 'iris', PREDICT)).status).toBe(200);
    const [made, ...others] = await entries();
    expect(before).not.toContain(made);
    expect(others).toEqual([]);
  });
});

const ifGlobal = target.hasGlobalRateLimit ? describe : describe.skip;

ifGlobal('limits with the global limiter', () => {
  it("hold for the test console, which uses up its tenant's own", async () => {
    const iris = await publishIris({
      ...SHARED,
      rateLimiting: {
        ...WIDE_LIMITS,
        perTenant: { 'tenant-b': { requestsPerMinute: 3 } },
      },
    });
    const { apiKey } = await tenantB.createKey('iris', 'tenant-a');
    await untilLimits('True');
    await awayFromEndOf(MINUTE_MS, { forMs: COUNTED_MS });
    const refused = await eventually(async () => {
      const answer = await tryOut(tenantB, 'iris', PREDICT);
      expect(answer.status).toBe(429);
      return answer;
    });
    expect(refused.headers).toMatchObject({
      'x-ratelimit-limit': expect.stringMatching(/^3, /),
      'x-ratelimit-reset': expect.stringMatching(/^\d+/),
    });
    expect((await predict(iris, withKey(String(apiKey)))).status).toBe(429);
    expect((await tryOut(tenantA, 'iris', PREDICT)).status).toBe(200);
  });
});

ifPrometheus('usage', () => {
  it('counts test requests like all others', async () => {
    await publishIris();
    for (let count = 0; count < 3; count++) {
      expect((await tryOut(tenantA, 'iris', PREDICT)).status).toBe(200);
    }
    const { usage } = await onceCounted(
      () => tenantA.usage('iris', 'tenant-a'),
      answer => answer.usage,
    );
    expect(usage.totalRequests).toBe(3);
  });
});
