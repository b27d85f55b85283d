import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ConflictError,
  CustomErrorBase,
  NotFoundError,
} from '@backstage/errors';
import { API_KEY } from '../__testUtils__/FakePortal';
import { startScaffolder } from '../__testUtils__/runAction';

const IRIS = { model: 'iris', tenantId: 'tenant-a' };

/** As the portal refuses what breaks its rules. */
class RuleViolationError extends CustomErrorBase {
  readonly statusCode = 422;
}

describe('model-publishing:publish', () => {
  it('publishes as the user who runs the template', async () => {
    const { portal, run } = await startScaffolder();

    const { outputs, error } = await run({
      ...IRIS,
      externalPath: '/flowers',
      rateLimiting: { requestsPerMinute: 500 },
    });

    expect(error).toBeUndefined();
    expect(portal.published).toMatchObject({
      externalPath: '/flowers',
      rateLimiting: { requestsPerMinute: 500 },
    });
    expect(portal.calls[0]?.principal).toMatchObject({
      type: 'user',
      userEntityRef: 'user:default/ann',
    });
    expect(outputs).toEqual({
      publicationId: '0123456789abcdef0123456789abcdef',
      keyId: 'keyid',
      keyHint: 'mp_keyid…',
      externalUrl: 'https://models.example.org/models/iris',
      portalUrl: 'https://portal.example.org/model-publishing',
    });
  });

  it('publishes an OpenAI-compatible model, and says how clients reach it', async () => {
    const { portal, run } = await startScaffolder();
    const input = {
      model: 'chat',
      tenantId: 'tenant-a',
      modelType: 'openai',
      rateLimiting: { tokensPerHour: 1000 },
    };
    const endpoint = {
      baseUrl: 'https://models.example.org/v1',
      model: 'team/chat',
    };

    const planned = await run(input, { isDryRun: true });
    const { outputs, error } = await run(input);

    expect(error).toBeUndefined();
    expect(planned.outputs).toMatchObject(endpoint);
    expect(outputs).toMatchObject({ ...endpoint, keyId: 'keyid' });
    expect(portal.published).toMatchObject({
      modelType: 'openai',
      rateLimiting: { tokensPerHour: 1000 },
    });
  });

  it('publishes a public model, which has no key to tell of', async () => {
    const { portal, run } = await startScaffolder();

    const { outputs, error } = await run({
      ...IRIS,
      authentication: { requireApiKey: false },
    });

    expect(error).toBeUndefined();
    expect(portal.published?.authentication.requireApiKey).toBe(false);
    expect(outputs).toEqual({
      publicationId: '0123456789abcdef0123456789abcdef',
      externalUrl: 'https://models.example.org/models/iris',
      portalUrl: 'https://portal.example.org/model-publishing',
    });
  });

  it('does not take a public model for one with keys', async () => {
    const { portal, run } = await startScaffolder();
    const authentication = { requireApiKey: false };
    await run({ ...IRIS, authentication }, { taskId: 'first' });

    const { error } = await run(
      { ...IRIS, authentication: { requireApiKey: true } },
      { taskId: 'second' },
    );

    expect(error?.message).toContain(
      'authentication.requireApiKey is false, not true.',
    );
    expect(portal.effects).toBe(1);
  });

  it('has one effect when a task is tried again, also when the answer was lost', async () => {
    const { portal, run } = await startScaffolder();

    const first = await run(IRIS);
    const again = await run(IRIS);

    expect(again.outputs).toEqual(first.outputs);
    expect(portal.effects).toBe(1);
    const [firstKey, secondKey] = portal.calls.map(
      ({ idempotencyKey }) => idempotencyKey,
    );
    expect(firstKey).toMatch(/^[!-~]{1,255}$/);
    expect(secondKey).toBe(firstKey);
  });

  it.each([
    ['nothing but the model', {}],
    ['a field that is so', { rateLimiting: { requestsPerMinute: 100 } }],
    [
      'the same tenants in another order',
      { authentication: { allowedTenants: ['tenant-b', 'tenant-a'] } },
    ],
  ])('keeps what another task has published: %s', async (_, wanted) => {
    const { portal, run } = await startScaffolder();
    const first = await run(IRIS, { taskId: 'first' });

    const second = await run({ ...IRIS, ...wanted }, { taskId: 'second' });

    expect(second.error).toBeUndefined();
    expect(second.outputs).toEqual(first.outputs);
    expect(portal.effects).toBe(1);
  });

  it.each([
    [
      { rateLimiting: { requestsPerMinute: 500, burstLimit: 10 } },
      'rateLimiting.requestsPerMinute is 100, not 500.',
    ],
    [
      { rateLimiting: { requestsPerHour: 9 } },
      'rateLimiting.requestsPerHour is not set, not 9.',
    ],
    [
      { authentication: { allowedTenants: ['tenant-a'] } },
      'authentication.allowedTenants is ["tenant-a","tenant-b"], not ["tenant-a"].',
    ],
    [
      { visibility: 'portal', metadata: { stage: 'live' } },
      'metadata.stage is "test", not "live"; visibility is "consumers", not "portal".',
    ],
  ])('names what is published differently: %j', async (wanted, difference) => {
    const { portal, run } = await startScaffolder();
    await run(IRIS, { taskId: 'first' });

    const { error, outputs } = await run(
      { ...IRIS, ...wanted },
      { taskId: 'second' },
    );

    expect(error?.name).toBe('ConflictError');
    expect(error?.message).toContain(
      `Model "iris" of tenant "tenant-a" is published already, and not as this task asks for: ${difference}`,
    );
    expect(outputs).toEqual({});
    expect(portal.effects).toBe(1);
  });

  it.each(['Pending', 'Unpublishing'] as const)(
    'does not take a publication for done that is %s',
    async phase => {
      const { portal, run } = await startScaffolder();
      await run(IRIS, { taskId: 'first' });
      portal.published = portal.published && { ...portal.published, phase };

      const { error } = await run(IRIS, { taskId: 'second' });

      expect(error?.message).toContain(`is in the phase ${phase}`);
    },
  );

  it('only plans in a dry run', async () => {
    const { portal, run } = await startScaffolder();

    const { outputs, traces } = await run(IRIS, { isDryRun: true });

    expect(portal.calls).toMatchObject([{ dryRun: true }]);
    expect(portal.published).toBeUndefined();
    expect(outputs).toEqual({
      publicationId: '0123456789abcdef0123456789abcdef',
      externalUrl: 'https://models.example.org/models/iris',
      portalUrl: 'https://portal.example.org/model-publishing',
    });
    expect(traces).toContain(
      'Publishing would make these objects: HTTPRoute, Backend',
    );
    expect(traces).toContain('would be published at');
  });

  it.each([
    ['a service', mockCredentials.service('external:ci')],
    ['nobody', mockCredentials.none()],
  ])('refuses a task that %s has started', async (_, credentials) => {
    const { portal, run } = await startScaffolder();

    const { error } = await run(IRIS, { credentials });

    expect(error?.name).toBe('NotAllowedError');
    expect(error?.message).toContain('no user has started this task');
    expect(portal.calls).toEqual([]);
  });

  it('lists every problem of its input', async () => {
    const { portal, run } = await startScaffolder();

    const { error } = await run({ model: 'Iris', externalPath: 'flowers' });

    expect(error?.name).toBe('InputError');
    expect(error?.message).toMatch(
      /model: must be 1 to 63.*tenantId: .*externalPath: must begin with/,
    );
    expect(portal.calls).toEqual([]);
  });

  it.each([
    [new ConflictError('still loading'), 'ConflictError', 'ConflictError'],
    [new NotFoundError('no such tenant'), 'NotFoundError', 'NotFoundError'],
    [new RuleViolationError('above 10'), 'RuleViolationError', 'InputError'],
  ])(
    'passes on what the portal says when it refuses: %s',
    async (refusal, name, nameOfTask) => {
      const { portal, run } = await startScaffolder();
      portal.answerPublish = () => {
        throw refusal;
      };

      const { error } = await run(IRIS);

      expect(error?.name).toBe(nameOfTask);
      expect(error?.message).toBe(
        `Model "iris" of tenant "tenant-a" was not published; caused by ${name}: ${refusal.message}`,
      );
    },
  );

  it('lets nobody see the API key', async () => {
    const { portal, run } = await startScaffolder();

    const tasks = [
      await run(IRIS),
      await run(IRIS),
      await run(IRIS, { taskId: 'other' }),
      await run({ ...IRIS, visibility: 'portal' }, { taskId: 'third' }),
      await run(IRIS, { isDryRun: true }),
    ];
    portal.answerPublish = () => ({ apiKey: API_KEY, unexpected: 1 });
    tasks.push(await run(IRIS, { taskId: 'fourth' }));

    expect(tasks.map(({ error }) => error === undefined)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
    tasks.forEach(({ traces }) => expect(traces).not.toContain(API_KEY));
  });

  it('tells the scaffolder which input is right', async () => {
    const { actions } = await startScaffolder();

    expect(actions).toMatchObject([
      {
        supportsDryRun: true,
        schema: {
          input: {
            required: ['model', 'tenantId'],
            additionalProperties: false,
            properties: {
              rateLimiting: {
                properties: { burstLimit: { type: 'integer', minimum: 1 } },
              },
            },
          },
        },
      },
    ]);
  });
});
