import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { LimitsFormValues, textsOfLimits } from './limitTexts';

type Limited = Pick<Publication, 'rateLimiting' | 'authentication'>;

/** The limits of a publication as a form shows them. Tenants have their own only where they can be told apart. */
export function limitsFormValuesOf({
  rateLimiting: { perTenant = {}, ...totals },
  authentication: { requireApiKey, allowedTenants },
}: Limited): LimitsFormValues {
  return {
    limits: textsOfLimits(totals),
    tenants: (requireApiKey ? allowedTenants : []).map(tenantId => ({
      tenantId,
      limits: textsOfLimits(perTenant[tenantId] ?? {}),
    })),
  };
}
