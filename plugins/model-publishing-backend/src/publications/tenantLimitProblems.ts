import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { Problem } from '../errors/requestProblems';

export const PER_TENANT_FIELD = 'config.rateLimiting.perTenant';

/** What keeps single tenants from having limits of their own, whatever these are. */
export function tenantLimitProblems({
  rateLimiting: { perTenant = {} },
  authentication: { requireApiKey, allowedTenants },
}: Pick<AcceptedConfiguration, 'rateLimiting' | 'authentication'>): Problem[] {
  const tenants = Object.keys(perTenant);
  if (!requireApiKey && tenants.length > 0) {
    const problem =
      'must be left out (null) for a public model: without keys, nobody can be told apart';
    return [{ field: PER_TENANT_FIELD, problem }];
  }
  return tenants
    .filter(tenant => !allowedTenants.includes(tenant))
    .map(tenant => ({
      field: `${PER_TENANT_FIELD}.${tenant}`,
      problem: `is of a tenant that may not use the model; add it to config.authentication.allowedTenants, or take its limits out (null)`,
    }));
}
