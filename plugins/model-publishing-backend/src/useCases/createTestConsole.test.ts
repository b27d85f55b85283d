import { acceptEverything } from '../__testUtils__/acceptEverything';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import {
  aConfig,
  agreeingProbe,
  aMemberOf,
  aPortal,
  seedModel,
  silentSender,
} from '../__testUtils__/aPortal';
import { aCaller } from '../__testUtils__/builders';
import {
  GatewayTestRequest,
  TestRequestSender,
} from '../console/TestRequestSender';
import { CONSOLE_KEY_LIFE_MS, CONSOLE_KEY_SPARE_MS } from '../keys/consoleKeys';
import { Caller } from '../tenancy/Caller';

const publisher = aMemberOf('a');
const consumer = aMemberOf('b');
const ofBoth = aCaller({
  kind: 'user',
  name: 'user:default/both',
  claims: ['group:default/a', 'group:default/b'],
});
const admin = aMemberOf('platform');
const iris = { model: 'iris', tenant: 'tenant-a' };
const QUESTION = { endpoint: 'predict', body: { instances: [] } } as const;
const PAGE = { limit: 50 };
const SHARED = {
  tenantId: 'tenant-a',
  authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
};

async function aConsole(config: object = SHARED) {
  let now = Date.now();
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const sent: GatewayTestRequest[] = [];
  const options: { answer: TestRequestSender } = { answer: silentSender };
  const start = () =>
    aPortal(
      cluster,
      () => new Date(now),
      agreeingProbe,
      {
        authentication: { allowAnonymous: true },
        tenants: [
          ...aConfig.tenants,
          {
            cluster: 'fake',
            namespace: 'tenant-c',
            owners: ['group:default/c'],
          },
        ],
      },
      undefined,
      (gateway, request, signal) => {
        sent.push(request);
        return options.answer(gateway, request, signal);
      },
    );
  const portal = await start();
  const { useCases, fleet } = portal;
  const published = await useCases.publish(publisher, 'iris', {
    tenantId: 'tenant-a',
    ...config,
  });
  const [runtime] = fleet.gateways;
  const stateNow = () => runtime?.states.read({ ...published, model: 'iris' });
  const ask = (
    caller: Caller,
    order: object = {},
    signal = new AbortController().signal,
    through = useCases,
  ) => through.sendTestRequest(caller, iris, { ...QUESTION, ...order }, signal);
  return {
    ...portal,
    cluster,
    start,
    sent,
    options,
    ask,
    askAndRead: async (...input: Parameters<typeof ask>) => {
      const events = [];
      for await (const event of await ask(...input)) {
        events.push(event);
      }
      return events;
    },
    pass: async (ms: number) => {
      now += ms;
      await fleet.settle();
    },
    /** The tenants of the test console's keys. */
    consoleTenants: async () =>
      (await stateNow())?.keyring
        .filter(({ purpose }) => purpose === 'console')
        .map(({ tenant }) => tenant),
    keyring: async () => (await stateNow())?.keyring ?? [],
    /** Tenants of the keys that Envoy reads, in order. */
    atGateway: async () => {
      const state = await stateNow();
      return ((state && runtime?.credentials.entries(state)) ?? [])
        .map(({ clientId }) => clientId.split('.')[1])
        .sort();
    },
    validate: (index: number) =>
      useCases.validateApiKey(sent[index]?.key?.reveal() ?? ''),
  };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    error => error,
  );

describe('the test console', () => {
  it.each([
    ['the publisher', publisher, {}, 'tenant-a'],
    ['a consumer', consumer, {}, 'tenant-b'],
    ['an administrator', admin, {}, 'tenant-a'],
    ['who is both', ofBoth, {}, 'tenant-a'],
    ['who chooses', ofBoth, { keyTenant: 'tenant-b' }, 'tenant-b'],
  ])(
    'asks with a key of the tenant of %s',
    async (_, caller, order, tenant) => {
      const { askAndRead, fleet, sent, validate } = await aConsole();
      const events = await askAndRead(caller, order);
      fleet.stop();
      expect(events.map(({ type }) => type)).toEqual(['response', 'end']);
      expect(sent).toMatchObject([
        {
          method: 'POST',
          path: '/models/iris/predict',
          body: '{"instances":[]}',
        },
      ]);
      expect(await validate(0)).toMatchObject({
        valid: true,
        tenantId: tenant,
      });
    },
  );

  it.each([
    ['a stranger', aMemberOf('d'), SHARED, {}, 'NotFoundError'],
    [
      'who only sees it',
      consumer,
      {
        visibility: 'portal',
        authentication: { allowedTenants: ['tenant-a'] },
      },
      {},
      'NotAllowedError',
    ],
    [
      'who names a tenant of others',
      consumer,
      SHARED,
      { keyTenant: 'tenant-a' },
      'NotAllowedError',
    ],
    [
      'who names what the model has not',
      publisher,
      SHARED,
      { endpoint: 'embeddings' },
      'RuleViolationError',
    ],
  ])(
    'refuses %s, and sends nothing',
    async (_, caller, config, order, name) => {
      const { ask, fleet, sent, keyring } = await aConsole(config);
      expect(await failureOf(ask(caller, order))).toMatchObject({ name });
      fleet.stop();
      expect(sent).toEqual([]);
      expect(await keyring()).toHaveLength(1);
    },
  );

  it('refuses who may not have keys made, by the policy', async () => {
    const { ask, fleet, sent } = await aConsole();
    const denied = { ...publisher, permits: () => false };
    expect(await failureOf(ask(denied))).toMatchObject({
      name: 'NotAllowedError',
    });
    fleet.stop();
    expect(sent).toEqual([]);
  });

  it('asks which tenant is meant where several of the own ones may use the model', async () => {
    const { ask, askAndRead, fleet, sent, validate } = await aConsole({
      authentication: { allowedTenants: ['tenant-a', 'tenant-b', 'tenant-c'] },
    });
    const ofTwo = aCaller({
      kind: 'user',
      name: 'user:default/two',
      claims: ['group:default/b', 'group:default/c'],
    });
    expect(await failureOf(ask(ofTwo))).toMatchObject({
      statusCode: 422,
      details: [{ field: 'keyTenant' }],
    });
    expect(sent).toEqual([]);
    await askAndRead(ofTwo, { keyTenant: 'tenant-c' });
    fleet.stop();
    expect(await validate(0)).toMatchObject({ tenantId: 'tenant-c' });
  });

  it('needs no key for a public model', async () => {
    const { askAndRead, fleet, sent, keyring } = await aConsole({
      authentication: { requireApiKey: false },
    });
    await askAndRead(publisher);
    fleet.stop();
    expect(sent).toMatchObject([{ key: undefined }]);
    expect(await keyring()).toEqual([]);
  });

  it('tells the audit log how it went, without bodies', async () => {
    const { askAndRead, fleet, options } = await aConsole();
    const notes = {};
    const caller = {
      ...publisher,
      note: (meta: object) => Object.assign(notes, meta),
    };
    options.answer = async function* broken() {
      yield { type: 'response', status: 200, headers: {}, latencyMs: 1 };
      yield { type: 'data', text: 'a body' };
      yield { type: 'error', reason: 'broken-off', message: 'it broke' };
    };
    await askAndRead(caller);
    fleet.stop();
    expect(notes).toEqual({
      publication: expect.any(String),
      publicationUid: expect.any(String),
      access: 'publisher',
      tenant: 'tenant-a',
      cluster: 'fake',
      endpoint: 'predict',
      keyTenant: 'tenant-a',
      status: 200,
      failure: 'broken-off',
    });
  });
});

describe('test requests at the same time', () => {
  const REFUSED = { name: 'TooManyRequestsError' };

  it('are a few, until one is over', async () => {
    const { ask, fleet } = await aConsole();
    const [first] = await Promise.all([1, 2, 3].map(() => ask(publisher)));
    expect(await failureOf(ask(publisher))).toMatchObject(REFUSED);
    for await (const _event of first ?? []) {
      // Read to the end.
    }
    expect(await failureOf(ask(publisher))).toBeUndefined();
    fleet.stop();
  });

  it.each([
    ['is refused', { endpoint: 'embeddings' }],
    ['fails', {}],
  ])('are not used up by one that %s', async (_, order) => {
    const { ask, fleet, options } = await aConsole();
    options.answer = () => {
      throw new Error('no');
    };
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await failureOf(ask(publisher, order))).not.toMatchObject(REFUSED);
    }
    fleet.stop();
  });

  it('are not used up by callers who have gone', async () => {
    const { ask, fleet } = await aConsole();
    for (let attempt = 0; attempt < 5; attempt++) {
      const caller = new AbortController();
      expect(
        await failureOf(ask(publisher, {}, caller.signal)),
      ).toBeUndefined();
      caller.abort();
    }
    fleet.stop();
  });
});

describe('a key of the test console', () => {
  it('is used again until shortly before its end, by everybody of the tenant', async () => {
    const { askAndRead, pass, fleet, sent } = await aConsole();
    await askAndRead(publisher);
    await askAndRead(ofBoth);
    await pass(CONSOLE_KEY_LIFE_MS - CONSOLE_KEY_SPARE_MS - 1);
    await askAndRead(publisher);
    await pass(1);
    await askAndRead(publisher);
    fleet.stop();
    const values = sent.map(({ key }) => key?.reveal());
    expect(values[1]).toBe(values[0]);
    expect(values[2]).toBe(values[0]);
    expect(values[3]).not.toBe(values[0]);
  });

  it('is one for all who ask at the same time', async () => {
    const { askAndRead, fleet, sent, consoleTenants } = await aConsole();
    await Promise.all([publisher, ofBoth, admin].map(one => askAndRead(one)));
    fleet.stop();
    expect(new Set(sent.map(({ key }) => key?.reveal())).size).toBe(1);
    expect(await consoleTenants()).toEqual(['tenant-a']);
  });

  it('is soon one again when two replicas make one each', async () => {
    const { askAndRead, start, pass, fleet, consoleTenants } = await aConsole();
    const replica = await start();
    await Promise.all([
      askAndRead(publisher),
      askAndRead(publisher, {}, undefined, replica.useCases),
    ]);
    expect(await consoleTenants()).toEqual(['tenant-a', 'tenant-a']);
    await pass(CONSOLE_KEY_SPARE_MS);
    fleet.stop();
    replica.fleet.stop();
    expect(await consoleTenants()).toEqual(['tenant-a']);
  });

  it('is one of each tenant', async () => {
    const { askAndRead, fleet, consoleTenants } = await aConsole();
    await askAndRead(publisher);
    await askAndRead(consumer);
    fleet.stop();
    expect(await consoleTenants()).toEqual(['tenant-a', 'tenant-b']);
  });

  it('ends and leaves nothing behind', async () => {
    const { askAndRead, pass, fleet, keyring, atGateway, validate } =
      await aConsole();
    const before = await keyring();
    await askAndRead(consumer);
    expect(await atGateway()).toEqual(['tenant-a', 'tenant-b']);
    await pass(CONSOLE_KEY_LIFE_MS - 1);
    expect(await atGateway()).toEqual(['tenant-a', 'tenant-b']);
    await pass(1);
    fleet.stop();
    expect(await keyring()).toEqual(before);
    expect(await atGateway()).toEqual(['tenant-a']);
    expect(await validate(0)).toMatchObject({ valid: false, state: null });
  });

  it('is in no list, and nobody can reveal, rotate or revoke it', async () => {
    const { useCases, askAndRead, fleet, keyring } = await aConsole();
    await askAndRead(consumer);
    const id = String(
      (await keyring()).find(({ purpose }) => purpose === 'console')?.id,
    );
    const lists = await Promise.all(
      [publisher, consumer].map(one => useCases.listKeys(one, iris, PAGE)),
    );
    expect(lists.map(({ totalItems }) => totalItems)).toEqual([1, 0]);
    expect(
      await useCases.getPublication(consumer, iris, { reveal: true }),
    ).toMatchObject({ apiKey: null, apiKeyReason: 'no-key' });
    const attempts = [
      useCases.rotateOneKey(consumer, iris, id, {}),
      useCases.revokeKey(consumer, iris, id),
      useCases.revokeKeys(publisher, iris, { keyIds: [id], dryRun: false }),
    ];
    for (const attempt of attempts) {
      expect(await failureOf(attempt)).toMatchObject({ name: 'NotFoundError' });
    }
    fleet.stop();
  });

  it("does not take the place of the tenant's primary key", async () => {
    const { useCases, askAndRead, fleet } = await aConsole();
    await askAndRead(consumer);
    const issued = await useCases.createKey(consumer, iris, {});
    const rotated = await useCases.rotateKey(consumer, iris, { grace: '1h' });
    fleet.stop();
    expect(issued.key.primary).toBe(true);
    expect(rotated.previousKeyId).toBe(issued.key.id);
  });

  it('makes no publication look as if it had lost keys', async () => {
    const { askAndRead, cluster, fleet, pass, keyring, useCases } =
      await aConsole();
    await askAndRead(consumer);
    const id = String(
      (await keyring()).find(({ purpose }) => purpose === 'console')?.id,
    );
    await dropFromCredentials(cluster, id);
    acceptEverything(cluster);
    await pass(0);
    const { conditions } = await useCases.getPublication(publisher, iris, {
      reveal: false,
    });
    fleet.stop();
    expect(
      conditions.find(({ type }) => type === 'KeysEnforced'),
    ).toMatchObject({ status: 'True', reason: 'Accepted' });
  });

  it('is made anew when somebody has removed it from the gateway', async () => {
    const { askAndRead, cluster, fleet, keyring, sent, validate } =
      await aConsole();
    await askAndRead(consumer);
    const id = String(
      (await keyring()).find(({ purpose }) => purpose === 'console')?.id,
    );
    await dropFromCredentials(cluster, id);
    await askAndRead(consumer);
    fleet.stop();
    expect(sent[1]?.key?.reveal()).not.toBe(sent[0]?.key?.reveal());
    expect(await validate(1)).toMatchObject({ valid: true });
  });

  it.each([
    ['all', {}],
    ['those of its tenant', { tenantId: 'tenant-b' }],
  ])(
    'stops when %s are revoked, is not named, and is not used again',
    async (_, choice) => {
      const { useCases, askAndRead, fleet, sent, validate, consoleTenants } =
        await aConsole();
      await askAndRead(consumer);
      const revoked = await useCases.revokeKeys(publisher, iris, {
        ...choice,
        dryRun: false,
      });
      expect(revoked.keys.map(({ tenantId }) => tenantId)).toEqual(
        'tenantId' in choice ? [] : ['tenant-a'],
      );
      expect(await consoleTenants()).toEqual([]);
      expect(await validate(0)).toMatchObject({ valid: false });
      await askAndRead(consumer);
      fleet.stop();
      expect(sent[1]?.key?.reveal()).not.toBe(sent[0]?.key?.reveal());
    },
  );

  it('is not named by a rehearsal of a revocation, nor stopped', async () => {
    const { useCases, askAndRead, fleet, validate } = await aConsole();
    await askAndRead(consumer);
    const { keys } = await useCases.revokeKeys(publisher, iris, {
      dryRun: true,
    });
    fleet.stop();
    expect(keys.map(({ tenantId }) => tenantId)).toEqual(['tenant-a']);
    expect(await validate(0)).toMatchObject({ valid: true });
  });

  it('does not work for a tenant that is no longer allowed', async () => {
    const { useCases, ask, askAndRead, fleet } = await aConsole();
    await askAndRead(consumer);
    await useCases.update(
      publisher,
      iris,
      {
        authentication: { allowedTenants: ['tenant-a'] },
        visibility: 'portal',
      },
      {},
    );
    expect(await failureOf(ask(consumer))).toMatchObject({
      name: 'NotAllowedError',
    });
    fleet.stop();
  });
});

/** Somebody edits the Secret that Envoy reads by hand. */
async function dropFromCredentials(cluster: FakeCluster, keyId: string) {
  const secret = [...cluster.objects.values()].find(({ data = {} }) =>
    Object.keys(data).some(id => id.endsWith(keyId)),
  );
  if (!secret) {
    throw new Error(`No Secret holds key ${keyId}`);
  }
  cluster.seed({
    ...secret,
    data: Object.fromEntries(
      Object.entries(secret.data ?? {}).filter(([id]) => !id.endsWith(keyId)),
    ),
  });
}
