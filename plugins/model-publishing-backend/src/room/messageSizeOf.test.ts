import { aState } from '../__testUtils__/builders';
import { messageSizeOf, SizedPublication } from './messageSizeOf';

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
      const size = messageSizeOf(given, 2);
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
    expect(messageSizeOf(revoked ? [revoked] : [], 1)).toBe(
      messageSizeOf(publications(1, 0, 'openai'), 1),
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
      expect(messageSizeOf(moving ? [moving] : [], 2)).toBeGreaterThan(
        messageSizeOf(publications(1, 1, modelType), 2) + 15_000,
      );
    },
  );

  it('grows with the listeners', () => {
    const given = publications(10, 10, 'openai');
    expect(messageSizeOf(given, 4)).toBeGreaterThan(
      1.8 * messageSizeOf(given, 2),
    );
  });
});
