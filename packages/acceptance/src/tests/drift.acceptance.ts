import { backend } from '../client/backend';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { keylessTraffic } from '../client/keylessTraffic';
import { kubernetes, Plural } from '../client/kubernetes';
import { nameOf } from '../client/objects';
import { publishIris, withKey } from '../client/publishIris';
import { hostnames } from '../client/target';
import { expectWhole, REPAIR_MS } from './expectWhole';

describe('an object of a publication that is deleted by hand', () => {
  it.each<[Plural, string]>([
    ['securitypolicies', 'security-policy'],
    ['backendtrafficpolicies', 'traffic-policy'],
    ['httproutes', 'route'],
    ['backends', 'backend'],
  ])(
    'comes back, and nobody gets in without a key: %s',
    async (plural, component) => {
      const iris = await publishIris();
      const name = await nameOf(plural, iris, component);
      const { spec } = await kubernetes.get(plural, name);
      const traffic = keylessTraffic(iris);
      await kubernetes.delete(plural, name);
      await eventually(
        async () =>
          expect((await kubernetes.get(plural, name)).spec).toEqual(spec),
        { withinMs: REPAIR_MS },
      );
      await expectWhole(iris, traffic);
    },
  );

  it('comes back each time, however often it is deleted', async () => {
    const iris = await publishIris();
    const name = await nameOf('securitypolicies', iris);
    const traffic = keylessTraffic(iris);
    for (let round = 0; round < 5; round += 1) {
      await kubernetes.delete('securitypolicies', name);
      const found = await eventually(
        () => kubernetes.get('securitypolicies', name),
        { withinMs: REPAIR_MS },
      );
      expect(found.metadata.labels).toMatchObject({
        'inference-portal.io/publication': iris.id,
      });
    }
    await expectWhole(iris, traffic);
  });

  it('loses its keys with its credentials, and takes new ones', async () => {
    const iris = await publishIris();
    const name = await nameOf('secrets', iris, 'credentials');
    const traffic = keylessTraffic(iris);
    await kubernetes.delete('secrets', name);
    await eventually(
      async () => {
        const { data = {} } = await kubernetes.get('secrets', name);
        expect(Object.keys(data)).toEqual(['_sentinel']);
      },
      { withinMs: REPAIR_MS },
    );
    await eventually(async () =>
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(401),
    );
    const { apiKey } = await tenantA.rotateKey('iris', 'tenant-a');
    expect(apiKey).not.toBe(iris.apiKey);
    await expectWhole({ ...iris, apiKey: String(apiKey) }, traffic);
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(401);
  });
});

interface EditedRoute {
  rules: Array<{ name: string; filters?: unknown; matches: unknown }>;
}

describe('an object of a publication that is edited by hand', () => {
  it.each<[string, (spec: EditedRoute) => unknown]>([
    ['hostname', () => ({ spec: { hostnames: [hostnames.other] } })],
    [
      'path',
      ({ rules }) => ({
        spec: {
          rules: rules.map(rule => ({
            ...rule,
            matches: [{ path: { type: 'PathPrefix', value: '/elsewhere' } }],
          })),
        },
      }),
    ],
    [
      'filters',
      ({ rules }) => ({
        spec: { rules: rules.map(({ filters: _, ...rule }) => rule) },
      }),
    ],
    ['rule', ({ rules }) => ({ spec: { rules: rules.slice(0, 1) } })],
  ])(
    'is put back, and nobody gets in without a key: %s of the route',
    async (_title, change) => {
      const iris = await publishIris();
      const name = await nameOf('httproutes', iris);
      const { spec, metadata } = await kubernetes.get('httproutes', name);
      const traffic = keylessTraffic(
        iris,
        { ...iris, publicHostname: hostnames.other },
        { ...iris, externalPath: '/elsewhere' },
      );
      await kubernetes.patch('httproutes', name, change(spec as EditedRoute));
      await eventually(
        async () => {
          const found = await kubernetes.get('httproutes', name);
          expect(found.spec).toEqual(spec);
          expect(found.metadata.labels).toEqual(metadata.labels);
        },
        { withinMs: REPAIR_MS },
      );
      await expectWhole(iris, traffic);
    },
  );

  it('is put back: labels of the route', async () => {
    const iris = await publishIris();
    const name = await nameOf('httproutes', iris);
    const { metadata } = await kubernetes.get('httproutes', name);
    await kubernetes.patch('httproutes', name, { metadata: { labels: null } });
    try {
      await eventually(
        async () =>
          expect(
            (
              await kubernetes.get('httproutes', name)
            ).metadata.labels,
          ).toEqual(metadata.labels),
        { withinMs: REPAIR_MS },
      );
    } catch (error) {
      // Whatever became of it must not stand in the way of other tests.
      await kubernetes.patch('httproutes', name, {
        metadata: { labels: metadata.labels },
      });
      throw error;
    }
  });

  it.each<[string, unknown]>([
    ['authorization', { spec: { authorization: null } }],
    ['authentication', { spec: { apiKeyAuth: null } }],
    [
      'default action',
      { spec: { authorization: { defaultAction: 'Allow', rules: null } } },
    ],
  ])('is put back: %s of the policy', async (_title, change) => {
    const iris = await publishIris();
    const name = await nameOf('securitypolicies', iris);
    const { spec } = await kubernetes.get('securitypolicies', name);
    await kubernetes.patch('securitypolicies', name, change);
    await eventually(
      async () =>
        expect((await kubernetes.get('securitypolicies', name)).spec).toEqual(
          spec,
        ),
      { withinMs: REPAIR_MS },
    );
    await eventually(async () => {
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
      expect((await predict(iris, {})).status).toBe(401);
    });
  });

  it('is put back: limits', async () => {
    const iris = await publishIris();
    const name = await nameOf('backendtrafficpolicies', iris);
    const { spec } = await kubernetes.get('backendtrafficpolicies', name);
    await kubernetes.patch('backendtrafficpolicies', name, {
      spec: { rateLimit: null },
    });
    await eventually(
      async () =>
        expect(
          (
            await kubernetes.get('backendtrafficpolicies', name)
          ).spec,
        ).toEqual(spec),
      { withinMs: REPAIR_MS },
    );
  });

  it('is told in the log', async () => {
    const iris = await publishIris();
    const name = await nameOf('httproutes', iris);
    await kubernetes.delete('httproutes', name);
    await eventually(async () =>
      expect(await backend.log()).toContain(`Put back HTTPRoute/${name}`),
    );
  });
});
