import { publicationConfigSchema } from './publicationConfig';

const tenantId = 'tenant-a';
const problemsOf = (config: object) =>
  (publicationConfigSchema.safeParse(config).error?.issues ?? []).map(
    ({ path }) => path.join('.'),
  );
const entries = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`key-${n}`, 'x']),
  );

describe('publicationConfigSchema', () => {
  it('needs the tenant only, and fills in nothing itself', () => {
    expect(publicationConfigSchema.parse({ tenantId })).toEqual({ tenantId });
  });

  it.each<[string, object, string]>([
    ['no tenant', {}, 'tenantId'],
    ['an empty tenant', { tenantId: '' }, 'tenantId'],
    ['a tenant with a slash', { tenantId: 'a/b' }, 'tenantId'],
    // Names with an underscore are kept for clients of the portal itself.
    ['a tenant with an underscore', { tenantId: '_probe' }, 'tenantId'],
    ['an unknown type', { tenantId, modelType: 'other' }, 'modelType'],
    [
      'no tenant that may call',
      { tenantId, authentication: { allowedTenants: [] } },
      'authentication.allowedTenants',
    ],
    [
      'a caller that is no tenant name',
      { tenantId, authentication: { allowedTenants: [tenantId, '*'] } },
      'authentication.allowedTenants.1',
    ],
    [
      'text for yes or no',
      { tenantId, authentication: { requireApiKey: 'false' } },
      'authentication.requireApiKey',
    ],
    [
      'an unknown field of authentication',
      { tenantId, authentication: { public: true } },
      'authentication',
    ],
    [
      'more callers than fit',
      {
        tenantId,
        authentication: {
          allowedTenants: Array.from({ length: 101 }, (_, n) => `tenant-${n}`),
        },
      },
      'authentication.allowedTenants',
    ],
    ['a path in disguise', { tenantId, externalPath: '/%61' }, 'externalPath'],
    [
      'a wildcard for a hostname',
      { tenantId, publicHostname: '*.a.org' },
      'publicHostname',
    ],
    // A problem of the whole: the field that is too much is in its message.
    ['an unknown field', { tenantId, ratelimiting: {} }, ''],
    ['too much metadata', { tenantId, metadata: entries(33) }, 'metadata'],
    [
      'long metadata',
      { tenantId, metadata: { note: 'x'.repeat(1025) } },
      'metadata.note',
    ],
    [
      'nested metadata',
      { tenantId, metadata: { a: { b: 'c' } } },
      'metadata.a',
    ],
    ['null for a field', { tenantId, externalPath: null }, 'externalPath'],
  ])('refuses %s', (_, config, field) => {
    expect(problemsOf(config)).toEqual([field]);
  });

  it('takes metadata up to its size', () => {
    expect(problemsOf({ tenantId, metadata: entries(32) })).toEqual([]);
    expect(
      problemsOf({ tenantId, metadata: { note: 'x'.repeat(1024) } }),
    ).toEqual([]);
  });
});
