import { limitsPatchOf } from './limitsPatchOf';
import { textsOfLimits } from './limitTexts';

const BEFORE = {
  requestsPerMinute: 100,
  burstLimit: 10,
  perTenant: { 'tenant-b': { requestsPerHour: 5, burstLimit: 2 } },
};

describe('limitsPatchOf', () => {
  it.each([
    ['nothing', BEFORE, undefined],
    [
      'one limit',
      { ...BEFORE, requestsPerMinute: 60 },
      { requestsPerMinute: 60 },
    ],
    [
      'a limit that was taken out',
      { ...BEFORE, burstLimit: undefined },
      { burstLimit: null },
    ],
    [
      'a limit of a tenant',
      { ...BEFORE, perTenant: { 'tenant-b': { requestsPerHour: 5 } } },
      { perTenant: { 'tenant-b': { burstLimit: null } } },
    ],
    [
      'a tenant without limits',
      { ...BEFORE, perTenant: { 'tenant-b': {} } },
      { perTenant: { 'tenant-b': null } },
    ],
    [
      'a tenant that gets its first limit',
      {
        ...BEFORE,
        perTenant: { ...BEFORE.perTenant, 'tenant-c': { burstLimit: 1 } },
      },
      { perTenant: { 'tenant-c': { burstLimit: 1 } } },
    ],
  ])('says %s', (_, { perTenant, ...totals }, patch) => {
    const values = {
      limits: textsOfLimits(totals),
      tenants: Object.entries(perTenant).map(([tenantId, limits]) => ({
        tenantId,
        limits: textsOfLimits(limits),
      })),
    };

    expect(limitsPatchOf(BEFORE, values)).toEqual(patch);
  });
});
