import { tenantA } from '../client/callers';
import { snapshot } from '../client/objects';
import { errorOf } from '../client/PortalClient';
import { publishIris } from '../client/publishIris';

/** A request to publish tenant-a's iris, with something wrong in its configuration. */
const withConfig = (config: Record<string, unknown>) => ({
  config: { tenantId: 'tenant-a', ...config },
});
const limits = (rateLimiting: Record<string, unknown>) =>
  withConfig({ rateLimiting });
const path = (externalPath: unknown) => withConfig({ externalPath });
const host = (publicHostname: unknown) => withConfig({ publicHostname });

type Row = [title: string, body: unknown, status: number, fields: string[]];

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

describe('a request that cannot be served', () => {
  it.each(rows)(
    'is refused with every problem and writes nothing: %s',
    async (_title, body, status, fields) => {
      const before = await snapshot();
      const answer = await tenantA.send('POST', '/models/iris/publish', body);
      expect({ status: answer.status, text: answer.text }).toEqual({
        status,
        text: answer.text,
      });
      const named = (errorOf(answer).details ?? []).map(({ field }) => field);
      expect([...new Set(named)].sort()).toEqual([...fields].sort());
      expect(await snapshot()).toEqual(before);
    },
  );

  it.each([
    ['text that is no JSON', '{"config": ', 400],
    ['more than 100 kB', JSON.stringify({ x: 'x'.repeat(101 * 1024) }), 413],
  ])('is refused before it is read: %s', async (_title, body, status) => {
    const before = await snapshot();
    const answer = await tenantA.send('POST', '/models/iris/publish', body);
    expect(answer.status).toBe(status);
    expect(errorOf(answer).message).not.toBe('');
    expect(await snapshot()).toEqual(before);
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
    expect(await snapshot()).toEqual(before);
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
    expect(await snapshot()).toEqual(before);
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
    expect(await snapshot()).toEqual(before);
    expect((await tenantA.get('iris', 'tenant-a')).apiKeyId).toBe(
      iris.apiKeyId,
    );
  });
});
