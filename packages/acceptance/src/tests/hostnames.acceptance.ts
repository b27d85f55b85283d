import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, predict } from '../client/gateway';
import { readListeners, writeListeners } from '../client/gatewayListeners';
import { kubernetes } from '../client/kubernetes';
import { errorOf, PortalClient } from '../client/PortalClient';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { hostnames, target } from '../client/target';
import { REPAIR_MS } from './expectWhole';

const { wildcard, ofTenantB, plain } = target.testHostnames;

/** Publishes a tenant's iris at a path of its own, so that all of them fit on one hostname. */
const publishOn = (
  publicHostname: string | undefined,
  tenantId = 'tenant-a',
  caller: PortalClient = tenantA,
) =>
  publishIris(
    { tenantId, publicHostname, externalPath: `/models/iris-of-${tenantId}` },
    caller,
  );

const statusOf = async (...call: Parameters<typeof predict>) =>
  (await predict(...call)).status;

describe('a hostname of the platform’s listeners', () => {
  it.each([
    ['the default one', undefined, hostnames.usual],
    ['another one', hostnames.other, hostnames.other],
    [
      'any below a wildcard',
      wildcard.replace('*', 'x.y'),
      wildcard.replace('*', 'x.y'),
    ],
  ])('serves: %s', async (_, wanted, expected) => {
    const iris = await publishOn(wanted);
    expect(iris).toMatchObject({ publicHostname: expected, effective: 'now' });
    expect(await statusOf(iris, withKey(iris.apiKey))).toBe(200);
    expect(await statusOf(iris, {})).toBe(401);
    const elsewhere = { ...iris, publicHostname: 'elsewhere.example' };
    expect(await statusOf(elsewhere, withKey(iris.apiKey))).toBe(404);
    expect((await readListeners()).ours).toEqual([]);
  });

  it('serves the tenant alone that it is for', async () => {
    const answer = await tenantA.send('POST', '/models/iris/publish', {
      config: { tenantId: 'tenant-a', publicHostname: ofTenantB },
    });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).details).toEqual([
      {
        field: 'config.publicHostname',
        problem: expect.stringContaining(ofTenantB),
      },
    ]);
    const iris = await publishOn(ofTenantB, 'tenant-b', tenantB);
    expect(await statusOf(iris, withKey(iris.apiKey))).toBe(200);
  });

  it.each([wildcard, '10.0.0.1', '127.0.0.1:80', `x.${plain}`])(
    'is not %s',
    async publicHostname => {
      const answer = await tenantA.send('POST', '/models/iris/publish', {
        config: { tenantId: 'tenant-a', publicHostname },
      });
      // One that is no hostname at all is malformed; others are refused by the rules.
      expect(answer.status).toBe(publicHostname.startsWith('x.') ? 422 : 400);
      expect(errorOf(answer).details).toMatchObject([
        { field: 'config.publicHostname' },
      ]);
    },
  );
});

describe('a custom hostname without a certificate', () => {
  it('serves by a listener that comes with the first model and goes with the last', async () => {
    const before = await readListeners();
    expect(before.ours).toEqual([]);
    const iris = await publishOn(plain);
    const { ours } = await readListeners();
    expect(ours).toEqual([
      expect.objectContaining({ hostname: plain, protocol: 'HTTP' }),
    ]);
    expect(await statusOf(iris, withKey(iris.apiKey))).toBe(200);
    expect(await statusOf(iris, {})).toBe(401);
    const guarded = await callGateway('/', { host: plain });
    expect(guarded.status).toBe(401);

    const second = await publishOn(plain, 'tenant-b', tenantB);
    expect((await readListeners()).ours).toEqual(ours);
    await tenantA.unpublish('iris', 'tenant-a');
    expect(await statusOf(second, withKey(second.apiKey))).toBe(200);
    expect((await readListeners()).ours).toEqual(ours);
    await tenantB.unpublish('iris', 'tenant-b');
    expect(await readListeners()).toEqual(before);
    const name = `model-publishing-guard-${target.gateway.name}-${ours[0]?.name}`;
    await eventually(async () =>
      expect(await kubernetes.find('httproutes', name)).toBeUndefined(),
    );
  });

  it('gets its listener back when somebody deletes or changes it', async () => {
    const iris = await publishOn(plain);
    const whole = await readListeners();
    const [own] = whole.ours;
    const { listeners } = whole.platform;
    for (const edited of [
      [],
      [{ ...own, hostname: 'evil.example' }],
      [{ ...own, allowedRoutes: { namespaces: { from: 'All' } } }],
    ]) {
      await writeListeners([...listeners, ...edited]);
      await eventually(
        async () => {
          expect((await readListeners()).ours).toEqual(whole.ours);
          expect(await statusOf(iris, withKey(iris.apiKey))).toBe(200);
          expect(await statusOf(iris, {})).toBe(401);
        },
        { withinMs: REPAIR_MS },
      );
    }
    expect((await readListeners()).platform.listeners).toEqual(listeners);
  });

  it('is refused where somebody else has a listener for it', async () => {
    const before = await readListeners();
    const iris = await publishOn(plain);
    const [own] = (await readListeners()).ours;
    await tenantA.unpublish('iris', 'tenant-a');
    const { listeners } = before.platform;
    await writeListeners([...listeners, { ...own, name: 'of-somebody-else' }]);
    const answer = await eventually(async () => {
      const refused = await tenantA.send('POST', '/models/iris/publish', {
        config: { tenantId: 'tenant-a', publicHostname: plain },
      });
      expect(refused.status).toBe(409);
      return refused;
    });
    expect(errorOf(answer).details).toEqual([
      {
        field: 'config.publicHostname',
        problem: expect.stringContaining('of-somebody-else'),
      },
    ]);
    await writeListeners(listeners);
    expect(iris.publicHostname).toBe(plain);
  });

  it('hands over to another hostname, and back', async () => {
    const iris = await publishOn(hostnames.usual);
    const key = withKey(iris.apiKey);
    for (const publicHostname of [plain, hostnames.usual]) {
      await tenantA.update('iris', 'tenant-a', { publicHostname });
      expect(await statusOf({ ...iris, publicHostname }, key)).toBe(200);
    }
    await eventually(
      async () => expect((await readListeners()).ours).toEqual([]),
      { withinMs: 30_000 },
    );
    expect(await statusOf(iris, key)).toBe(200);
  });
});

describe('a custom hostname that is free again', () => {
  it('writes nothing while nothing changes', async () => {
    await publishOn(plain);
    const version = async () =>
      JSON.stringify((await readListeners()).ours) +
      (await kubernetes.list('httproutes')).map(
        ({ metadata }) => metadata.name + metadata.resourceVersion,
      );
    const before = await eventually(async () => {
      const { phase } = await tenantA.get('iris', 'tenant-a');
      expect(phase).toBe('Published');
      return version();
    });
    await tenantA.update('iris', 'tenant-a', { rateLimiting: WIDE_LIMITS });
    expect(await version()).toBe(before);
  });
});
