import { aCustomHostname, aGateway, aState } from '../__testUtils__/builders';
import { messageSizeOf, SizedPublication } from './messageSizeOf';

const on = (platformListeners: number) => ({
  hostnames: aGateway().hostnames,
  platformListeners,
});
const digits = [...'0123456789abcdef'];

/** Publications with keys of the same tenant each; ids go round the shards. */
function publications(
  count: number,
  keys: number,
  modelType: 'traditional' | 'openai',
): SizedPublication[] {
  const state = aState();
  return Array.from({ length: count }, (_, index) => ({
    ...state,
    id: `${digits[index % digits.length]}${state.id.slice(1)}`,
    configuration: {
      ...state.configuration,
      modelType,
      externalPath: `/v1/models/m${index}`,
    },
    keyring: Array.from({ length: keys }, (__, key) => ({
      id: `k${key}`,
      tenant: 'tenant-a',
      digest: '0'.repeat(64),
      hint: '',
      state: 'active' as const,
      primary: false,
      createdAt: '2026-01-01T00:00:00Z',
      createdBy: 'user:default/a',
    })),
  }));
}

describe('messageSizeOf', () => {
  /* What Envoy was sent for one change, on two listeners (docs/performance.md). */
  it.each([
    ['nothing', publications(0, 0, 'openai'), 15_336],
    [
      'one traditional publication, 2 keys',
      publications(1, 2, 'traditional'),
      35_009,
    ],
    [
      'one traditional publication, 4 keys',
      publications(1, 4, 'traditional'),
      37_729,
    ],
    [
      'one OpenAI-compatible publication, 2 keys',
      publications(1, 2, 'openai'),
      43_554,
    ],
    ['2 of them, 10 keys each', publications(2, 10, 'openai'), 100_000],
    ['50 of them, 10 keys each', publications(50, 10, 'openai'), 2_210_000],
    ['200 of them, 10 keys each', publications(200, 10, 'openai'), 14_050_000],
  ])(
    'is more than was seen, and not more than twice and a half of it: %s',
    (_, given, seen) => {
      const size = messageSizeOf(given, on(2));
      expect(size).toBeGreaterThan(seen);
      expect(size).toBeLessThan(2.5 * seen);
    },
  );

  it('does not count keys that were revoked', () => {
    const [publication] = publications(1, 2, 'openai');
    const revoked = publication && {
      ...publication,
      keyring: publication.keyring.map(key => ({
        ...key,
        state: 'revoked' as const,
      })),
    };
    expect(messageSizeOf(revoked ? [revoked] : [], on(1))).toBe(
      messageSizeOf(publications(1, 0, 'openai'), on(1)),
    );
  });

  it.each(['traditional', 'openai'] as const)(
    'counts former addresses of a %s publication',
    modelType => {
      const [publication] = publications(1, 1, modelType);
      const moving = publication && {
        ...publication,
        retiring: [
          { publicHostname: 'a.example.org', externalPath: '/former' },
        ],
      };
      expect(messageSizeOf(moving ? [moving] : [], on(2))).toBeGreaterThan(
        messageSizeOf(publications(1, 1, modelType), on(2)) + 15_000,
      );
    },
  );

  it('grows with the listeners', () => {
    const given = publications(10, 10, 'openai');
    expect(messageSizeOf(given, on(4))).toBeGreaterThan(
      1.8 * messageSizeOf(given, on(2)),
    );
  });

  /* The same, after another tenant was allowed, and after each was given four limits of its own. */
  it.each<['traditional' | 'openai', number, boolean, number]>([
    ['traditional', 3, false, 39_763],
    ['traditional', 4, true, 56_710],
    ['openai', 3, false, 48_706],
    ['openai', 4, true, 57_928],
  ])(
    'counts tenants and their limits: %s, %s keys, limited singly: %s',
    (modelType, keys, isLimited, seen) => {
      const tenants = ['tenant-a', 'tenant-b'];
      const each = {
        requestsPerMinute: 9,
        requestsPerHour: 9,
        burstLimit: 9,
        tokensPerHour: 99,
      };
      const given = publications(1, keys, modelType).map(publication => ({
        ...publication,
        configuration: {
          ...publication.configuration,
          authentication: { requireApiKey: true, allowedTenants: tenants },
          rateLimiting: {
            requestsPerMinute: 100,
            requestsPerHour: 5000,
            burstLimit: 10,
            ...(isLimited && {
              perTenant: Object.fromEntries(
                tenants.map(tenant => [tenant, each]),
              ),
            }),
          },
        },
      }));
      const size = messageSizeOf(given, on(2));
      expect(size).toBeGreaterThan(seen);
      expect(size).toBeLessThan(2.5 * seen);
    },
  );

  it.each(['traditional', 'openai'] as const)(
    'grows with each tenant and each limit of a %s publication',
    modelType => {
      const [publication] = publications(1, 1, modelType);
      const sizeWith = (
        allowedTenants: string[],
        perTenant: Record<string, { requestsPerMinute: number }>,
      ) => {
        const { configuration, ...state } = publication ?? aState();
        const larger = {
          ...configuration,
          authentication: { requireApiKey: true, allowedTenants },
          rateLimiting: { burstLimit: 1, requestsPerMinute: 1, perTenant },
        };
        return messageSizeOf([{ ...state, configuration: larger }], on(1));
      };
      const limits = {
        a: { requestsPerMinute: 1 },
        b: { requestsPerMinute: 1 },
      };
      const plain = sizeWith(['a'], {});
      // What the real one grew by on one listener, per tenant and per rule.
      expect(sizeWith(['a', 'b'], {})).toBeGreaterThan(plain + 3 * 420);
      expect(sizeWith(['a'], limits)).toBeGreaterThan(plain + 2 * 212);
    },
  );

  it('counts a custom hostname on its own listener alone, with the keys that this one knows', () => {
    const hostnames = {
      ...aGateway().hostnames,
      custom: [aCustomHostname({ hostname: 'models.acme.example' })],
    };
    const [first, second] = publications(2, 10, 'openai');
    const custom = second && {
      ...second,
      configuration: {
        ...second.configuration,
        publicHostname: 'models.acme.example',
      },
    };
    const sizeOn = (platformListeners: number) =>
      messageSizeOf(first && custom ? [first, custom] : [], {
        hostnames,
        platformListeners,
      });
    const perListener = sizeOn(2) - sizeOn(1);
    expect(sizeOn(3) - sizeOn(2)).toBe(perListener);
    // The listener itself, its guard, and one publication with its entrance and closing route.
    expect(sizeOn(1)).toBeGreaterThan(1.8 * perListener);
  });
});
