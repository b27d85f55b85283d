import {
  publicationConfigSchema,
  PublicationConfig,
} from '../publications/publicationConfig';
import { publicationPatchSchema } from '../publications/publicationPatch';
import { LIMIT_NAMES, rateLimitingSchema } from './rateLimiting';

describe('rateLimitingSchema', () => {
  it('takes no limits, single ones and all of them', () => {
    const all = {
      requestsPerMinute: 100,
      requestsPerHour: 5000,
      tokensPerHour: 100_000,
      burstLimit: 10,
    };
    expect(rateLimitingSchema.parse({})).toEqual({});
    expect(rateLimitingSchema.parse({ burstLimit: 1 })).toEqual({
      burstLimit: 1,
    });
    expect(rateLimitingSchema.parse(all)).toEqual(all);
    expect(Object.keys(all)).toEqual(LIMIT_NAMES);
  });

  it.each(LIMIT_NAMES)('takes what Envoy takes for %s, and no more', name => {
    const take = (value: number) =>
      rateLimitingSchema.safeParse({ [name]: value }).success;
    expect([1, 4_294_967_295].map(take)).toEqual([true, true]);
    expect([0, -1, 4_294_967_296].map(take)).toEqual([false, false, false]);
  });

  it.each([0.5, '10', null, true, [1], Infinity, NaN])(
    'refuses the limit %p',
    burstLimit =>
      expect(rateLimitingSchema.safeParse({ burstLimit }).success).toBe(false),
  );

  it('refuses limits that it does not know', () =>
    expect(rateLimitingSchema.safeParse({ requestsPerDay: 1 }).success).toBe(
      false,
    ));
});

describe('perTenant', () => {
  const config = (rateLimiting: unknown) => ({
    tenantId: 'tenant-a',
    rateLimiting,
  });
  const forms = {
    publish: (perTenant: unknown) =>
      publicationConfigSchema.safeParse(config({ perTenant })),
    update: (perTenant: unknown) =>
      publicationPatchSchema.safeParse(config({ perTenant })),
  };
  const issuesOf = (form: keyof typeof forms, perTenant: unknown) =>
    (forms[form](perTenant).error?.issues ?? []).map(({ path }) =>
      path.join('.'),
    );

  it.each(['publish', 'update'] as const)(
    'holds limits by tenant id: %s',
    form => {
      const perTenant = {
        'tenant-b': { burstLimit: 1, tokensPerHour: 2 },
        constructor: {},
      };
      expect(forms[form](perTenant).data?.rateLimiting).toEqual({ perTenant });
    },
  );

  it.each<[unknown, string[]]>([
    [{ 'tenant-b': { burstLimit: 0 } }, ['tenant-b.burstLimit']],
    [{ 'tenant-b': { perTenant: {} } }, ['tenant-b']],
    [{ 'Tenant B': { burstLimit: 1 } }, ['Tenant B']],
    [{ _probe: {}, 'a.b': {} }, ['_probe', 'a.b']],
    [JSON.parse('{"__proto__": {"burstLimit": 1}}'), ['__proto__']],
    [['tenant-b'], ['']],
  ])('refuses %j by its field', (perTenant, fields) => {
    const expected = fields.map(field =>
      ['rateLimiting', 'perTenant', field].filter(Boolean).join('.'),
    );
    expect(issuesOf('publish', perTenant)).toEqual(expected);
    expect(issuesOf('update', perTenant)).toEqual(expected);
  });

  it('may be taken out by null in an update, and only there', () => {
    const outs = [
      null,
      { 'tenant-b': null },
      { 'tenant-b': { burstLimit: null } },
    ];
    expect(outs.map(out => issuesOf('update', out))).toEqual([[], [], []]);
    expect(outs.map(out => issuesOf('publish', out).length)).toEqual([1, 1, 1]);
  });

  it('has the type of what it holds', () => {
    const typed: PublicationConfig = {
      tenantId: 'tenant-a',
      rateLimiting: { perTenant: { 'tenant-b': { burstLimit: 1 } } },
    };
    expect(publicationConfigSchema.parse(typed)).toEqual(typed);
  });
});
