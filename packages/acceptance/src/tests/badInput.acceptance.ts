import { tenantA } from '../client/callers';
import { predict } from '../client/gateway';
import {
  expectNothingWrittenSince,
  snapshot,
  untilNothingIsWritten,
} from '../client/objects';
import { errorOf } from '../client/PortalClient';
import { publishIris, withKey } from '../client/publishIris';
import { ifAiGateway } from '../client/target';

/** A request to publish tenant-a's iris, with something wrong in its configuration. */
const withConfig = (config: Record<string, unknown>) => ({
  config: { tenantId: 'tenant-a', ...config },
});
const limits = (rateLimiting: Record<string, unknown>) =>
  withConfig({ rateLimiting });
const path = (externalPath: unknown) => withConfig({ externalPath });
const host = (publicHostname: unknown) => withConfig({ publicHostname });

/** What servers, proxies and people might take for another path than it is. */
const DISGUISES = [
  '/models/%2e%2e/iris',
  '/models/%2E./iris',
  '/models/..%2firis',
  '/models%2Firis',
  '/models/%252e%252e/iris',
  '/models/iris%00',
  '/models/iris\u0000',
  '/models/iris\t',
  '/models/iris\r\nx-client-id: x',
  '/models\\iris',
  '/models/..;/iris',
  '/models/iris;v=1',
  '/models/i\u0308ris',
  '/models/\u2170ris',
  '/models\uff0firis',
  '/models/\u200biris',
  '/models/\u2025/iris',
  '/models/...%c0%af/iris',
];

interface Refusal {
  status: number;
  fields: string[];
}
type Row = [title: string, body: unknown, status: number, fields: string[]];

/** Paths of an OpenAI-compatible model, whose last part is its public name. */
const openaiRows: Row[] = [
  ...[
    '/v1/models/Chat',
    '/v1/models/',
    '/v1/models//chat',
    '/v1/models/chat/',
    '/v1/models/./chat',
    '/v1/models/a/../chat',
    '/v1/models/a%2fchat',
    '/v1/models/chat:latest',
    '/v1/models/ch\u00e4t',
    'chat',
  ].map<Row>(value => [
    `the path ${JSON.stringify(value)}`,
    path(value),
    400,
    ['config.externalPath'],
  ]),
  ...[
    '/v1/models/a/b/chat',
    '/v1/models',
    '/v1/chat',
    '/v2/models/chat',
    '/models/chat',
    '/chat',
  ].map<Row>(value => [
    `the path ${value}`,
    path(value),
    422,
    ['config.externalPath'],
  ]),
];

const rows: Row[] = [
  ['no body', undefined, 400, ['config']],
  ['a list', [], 400, ['body']],
  ['no configuration', {}, 400, ['config']],
  ['no tenant', { config: {} }, 400, ['config.tenantId']],
  ['an unknown field', { ...withConfig({}), extra: 1 }, 400, ['extra']],
  ['an unknown setting', withConfig({ replicas: 2 }), 400, ['config.replicas']],
  [
    'an unknown limit',
    limits({ requestsPerDay: 1 }),
    400,
    ['config.rateLimiting.requestsPerDay'],
  ],
  [
    'limits that are no counts',
    limits({
      requestsPerMinute: '100',
      requestsPerHour: 0,
      tokensPerHour: 1.5,
      burstLimit: -1,
    }),
    400,
    [
      'config.rateLimiting.requestsPerMinute',
      'config.rateLimiting.requestsPerHour',
      'config.rateLimiting.tokensPerHour',
      'config.rateLimiting.burstLimit',
    ],
  ],
  [
    'limits above the maxima',
    limits({ requestsPerMinute: 10_001, burstLimit: 1_001 }),
    422,
    ['config.rateLimiting.requestsPerMinute', 'config.rateLimiting.burstLimit'],
  ],
  ...[
    'models/iris',
    '/Models/iris',
    '/models//iris',
    '/models/iris/',
    '/models/../iris',
    '/models/./iris',
    '/models/%69ris',
    '/models/iris?x=1',
    '/models/iris#x',
    '/models/ir is',
    '/models/ïris',
    ...DISGUISES,
    '/models/iris:predict',
    '/models/*',
    '/',
    '',
    `/${'a'.repeat(600)}`,
    7,
  ].map<Row>(value => [
    `the path ${JSON.stringify(value).slice(0, 40)}`,
    path(value),
    400,
    ['config.externalPath'],
  ]),
  ...['/models/iris/predict', '/infer', '/v1/iris', '/v2/models/iris'].map<Row>(
    value => [
      `the reserved path ${value}`,
      path(value),
      422,
      ['config.externalPath'],
    ],
  ),
  ...[
    '*.example.test',
    'UPPER.test',
    '10.0.0.1',
    'a b',
    'host:80',
    '',
    '*',
    '127.0.0.1',
    '::1',
    '[::1]',
    'ïris.test',
    'models_.test',
    'models.test.',
    '-models.test',
    'models..test',
    'https://models.test',
    `${'a'.repeat(64)}.test`,
  ].map<Row>(value => [
    `the hostname ${JSON.stringify(value)}`,
    host(value),
    400,
    ['config.publicHostname'],
  ]),
  [
    'a hostname of somebody else',
    host('models.example.com'),
    422,
    ['config.publicHostname'],
  ],
  [
    'an unknown tenant among the allowed',
    withConfig({
      authentication: { allowedTenants: ['tenant-a', 'tenant-x'] },
    }),
    422,
    ['config.authentication.allowedTenants'],
  ],
  [
    'no key wanted',
    withConfig({ authentication: { requireApiKey: false } }),
    422,
    ['config.authentication.requireApiKey'],
  ],
  [
    'metadata that are no text',
    withConfig({ metadata: { cost: 3 } }),
    400,
    ['config.metadata.cost'],
  ],
  ['an unknown gateway', withConfig({ gateway: 'x' }), 422, ['config.gateway']],
  [
    'several wrong rules',
    withConfig({
      publicHostname: 'models.example.com',
      externalPath: '/v1/iris',
      rateLimiting: { burstLimit: 1_001 },
      authentication: { requireApiKey: false },
    }),
    422,
    [
      'config.publicHostname',
      'config.externalPath',
      'config.rateLimiting.burstLimit',
      'config.authentication.requireApiKey',
    ],
  ],
];

/** How a request is refused, which writes nothing. */
async function refusalOf(
  method: 'POST' | 'PUT',
  address: string,
  body: unknown,
): Promise<Refusal> {
  const before = await snapshot();
  const answer = await tenantA.send(method, address, body);
  await expectNothingWrittenSince(before);
  const named = (errorOf(answer).details ?? []).map(({ field }) => field);
  return { status: answer.status, fields: [...new Set(named)].sort() };
}

// The first of these tests may follow the start of the backend, or what others have taken back.
beforeAll(untilNothingIsWritten);

describe('a request that cannot be served', () => {
  it.each(rows)(
    'is refused with every problem and writes nothing: %s',
    async (_title, body, status, fields) => {
      const refusal = await refusalOf('POST', '/models/iris/publish', body);
      expect(refusal).toEqual({ status, fields: [...fields].sort() });
    },
  );

  it.each<[title: string, part: string, body: unknown, row: Refusal]>([
    [
      'an expiry in the past',
      'keys',
      { expiresAt: '2020-01-01T00:00:00Z' },
      { status: 422, fields: ['expiresAt'] },
    ],
    [
      'an expiry that is no time',
      'keys',
      { expiresAt: 'tomorrow' },
      { status: 400, fields: ['expiresAt'] },
    ],
    [
      'a blank name of a key',
      'keys',
      { name: ' ' },
      { status: 400, fields: ['name'] },
    ],
    [
      'a grace period above the maximum',
      'rotate-key',
      { grace: '31d' },
      { status: 422, fields: ['grace'] },
    ],
    [
      'a grace period that is none',
      'rotate-key',
      { grace: '-1h' },
      { status: 400, fields: ['grace'] },
    ],
  ])(
    'is refused for the keys of a published model: %s',
    async (_title, part, body, refusal) => {
      const iris = await publishIris();
      const address = `/models/iris/publish/${part}`;
      expect(await refusalOf('POST', address, body)).toEqual(refusal);
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    },
  );

  it.each<[title: string, config: Record<string, unknown>, row: Refusal]>([
    [
      'an unknown tenant among the allowed',
      { authentication: { allowedTenants: ['tenant-a', 'tenant-x'] } },
      { status: 422, fields: ['config.authentication.allowedTenants'] },
    ],
    [
      'a wildcard hostname',
      { publicHostname: '*.example.test' },
      { status: 400, fields: ['config.publicHostname'] },
    ],
    [
      'a path in disguise',
      { externalPath: '/models/%69ris' },
      { status: 400, fields: ['config.externalPath'] },
    ],
    [
      'a limit above the maximum',
      { rateLimiting: { burstLimit: 1_001 } },
      { status: 422, fields: ['config.rateLimiting.burstLimit'] },
    ],
  ])('is refused as a change: %s', async (_title, config, refusal) => {
    await publishIris();
    const address = '/models/iris/publish';
    expect(await refusalOf('PUT', address, { config })).toEqual(refusal);
  });

  it.each([
    ['text that is no JSON', '{"config": ', 400],
    ['more than 100 kB', JSON.stringify({ x: 'x'.repeat(101 * 1024) }), 413],
  ])('is refused before it is read: %s', async (_title, body, status) => {
    const before = await snapshot();
    const answer = await tenantA.send('POST', '/models/iris/publish', body);
    expect(answer.status).toBe(status);
    expect(errorOf(answer).message).not.toBe('');
    await expectNothingWrittenSince(before);
  });

  it("says with KServe's reason why a model cannot be published", async () => {
    const before = await snapshot();
    const answer = await tenantA.send('POST', '/models/broken/publish', {
      config: { tenantId: 'tenant-a' },
    });
    expect(answer.status).toBe(409);
    expect(errorOf(answer).message).toMatch(
      /Model is not ready.*Failed to pull the model/,
    );
    await expectNothingWrittenSince(before);
  });

  it.each([
    [
      'POST',
      '/models/no-such-model/publish',
      { config: { tenantId: 'tenant-a' } },
      404,
    ],
    ['GET', '/models/iris/publish', undefined, 404],
    ['DELETE', '/models/iris/publish', undefined, 404],
    ['POST', '/models/iris/publish/rotate-key', {}, 404],
    [
      'POST',
      '/models/Iris!/publish',
      { config: { tenantId: 'tenant-a' } },
      400,
    ],
    ['GET', '/published-models?limit=0', undefined, 400],
    ['GET', '/published-models?color=red', undefined, 400],
    ['GET', '/published-models?cursor=%00', undefined, 400],
  ])('is refused: %s %s', async (method, address, body, status) => {
    const before = await snapshot();
    const answer = await tenantA.send(method, address, body);
    expect(answer.status).toBe(status);
    await expectNothingWrittenSince(before);
  });

  it('leaves a published model alone', async () => {
    const iris = await publishIris();
    const before = await snapshot();
    for (const [method, address, body] of [
      ['POST', '/models/iris/publish', withConfig({})],
      ['POST', '/models/iris/publish/rotate-key', { grace: 'never' }],
      ['DELETE', '/models/iris/publish?tenant=no', undefined],
      ['PATCH', '/models/iris/publish', {}],
    ] as const) {
      const { status } = await tenantA.send(method, address, body);
      expect({ method, refused: status >= 400 && status < 500 }).toEqual({
        method,
        refused: true,
      });
    }
    await expectNothingWrittenSince(before);
    expect((await tenantA.get('iris', 'tenant-a')).apiKeyId).toBe(
      iris.apiKeyId,
    );
  });
});

ifAiGateway(
  'with Envoy AI Gateway: a request to publish an OpenAI-compatible model',
  () => {
    it.each(openaiRows)(
      'is refused with every problem and writes nothing: %s',
      async (_title, body, status, fields) => {
        const refusal = await refusalOf('POST', '/models/chat/publish', body);
        expect(refusal).toEqual({ status, fields: [...fields].sort() });
      },
    );
  },
);
