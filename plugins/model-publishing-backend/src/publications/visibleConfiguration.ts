import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { withTenantLimits } from './withTenantLimits';

/**
 * A configuration as owners of these tenants may see it who do not own the publication: without the other tenants that
 * use the model, and what these are given.
 */
export function visibleConfiguration(
  configuration: AcceptedConfiguration,
  tenants: string[],
): AcceptedConfiguration {
  const { authentication, rateLimiting } = configuration;
  const { perTenant = {}, ...totals } = rateLimiting;
  const isOwn = (tenant: string) => tenants.includes(tenant);
  return {
    ...configuration,
    authentication: {
      ...authentication,
      allowedTenants: authentication.allowedTenants.filter(isOwn),
    },
    rateLimiting: withTenantLimits(
      totals,
      Object.fromEntries(
        Object.entries(perTenant).filter(([tenant]) => isOwn(tenant)),
      ),
    ),
  };
}
