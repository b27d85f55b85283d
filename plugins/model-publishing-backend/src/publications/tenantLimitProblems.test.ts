import { tenantLimitProblems } from './tenantLimitProblems';

const rateLimiting = {
  burstLimit: 9,
  perTenant: { 'tenant-b': { burstLimit: 1 }, constructor: { burstLimit: 2 } },
};

function fieldsOf(allowedTenants: string[], requireApiKey = true) {
  return tenantLimitProblems({
    rateLimiting,
    authentication: { requireApiKey, allowedTenants },
  }).map(({ field }) => field);
}

describe('limits of single tenants', () => {
  it('are for tenants that may use the model', () => {
    expect(fieldsOf(['constructor', 'tenant-b'])).toEqual([]);
    expect(fieldsOf(['tenant-a'])).toEqual([
      'config.rateLimiting.perTenant.tenant-b',
      'config.rateLimiting.perTenant.constructor',
    ]);
  });

  it('are impossible where nobody has a key', () =>
    expect(fieldsOf(['constructor', 'tenant-b'], false)).toEqual([
      'config.rateLimiting.perTenant',
    ]));

  it('are no problem where there are none', () =>
    expect(
      tenantLimitProblems({
        rateLimiting: { burstLimit: 9 },
        authentication: { requireApiKey: false, allowedTenants: [] },
      }),
    ).toEqual([]));
});
