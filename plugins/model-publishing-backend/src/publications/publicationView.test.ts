import { PublicationAccess } from '@inference-portal/plugin-model-publishing-common';
import { aGateway, aState } from '../__testUtils__/builders';
import { publicationView } from './publicationView';

const perTenant = {
  'tenant-a': { burstLimit: 1 },
  'tenant-b': { burstLimit: 2, tokensPerHour: 3 },
  'tenant-c': { burstLimit: 999, tokensPerHour: 4 },
};

function viewOf(
  access: PublicationAccess,
  tenants: string[],
  limits: typeof perTenant | Pick<typeof perTenant, 'tenant-b'> = perTenant,
) {
  const state = aState();
  const configuration = {
    ...state.configuration,
    rateLimiting: { burstLimit: 10, perTenant: limits },
    authentication: {
      requireApiKey: true,
      allowedTenants: ['tenant-a', 'tenant-b', 'tenant-c'],
    },
  };
  return publicationView({ ...state, configuration }, aGateway(), [], {
    access,
    tenants,
    limitSupport: { globalRateLimit: 'available', approximate: false },
  });
}

describe('limits of single tenants', () => {
  it('are all shown to the publisher', () =>
    expect(viewOf('publisher', []).rateLimiting).toEqual({
      burstLimit: 10,
      perTenant,
    }));

  it('of others are hidden from consumers, in warnings too', () => {
    const view = viewOf('consumer', ['tenant-b', 'tenant-d']);
    expect(view.rateLimiting).toEqual({
      burstLimit: 10,
      perTenant: { 'tenant-b': perTenant['tenant-b'] },
    });
    expect(view.warnings.map(({ field }) => field)).toEqual([
      'rateLimiting.perTenant.tenant-b.tokensPerHour',
    ]);
    expect(JSON.stringify(view)).not.toContain('tenant-c');
  });

  it('are no business of a viewer', () =>
    expect(viewOf('viewer', []).rateLimiting).toEqual({ burstLimit: 10 }));

  it('of others cannot be guessed from the ETag that a consumer sees', () => {
    const etagOf = (...args: Parameters<typeof viewOf>) => viewOf(...args).etag;
    const tenantB = { 'tenant-b': perTenant['tenant-b'] };
    expect(etagOf('consumer', ['tenant-b'])).toBe(
      etagOf('consumer', ['tenant-b'], tenantB),
    );
    expect(etagOf('publisher', ['tenant-b'])).not.toBe(
      etagOf('publisher', ['tenant-b'], tenantB),
    );
  });
});
