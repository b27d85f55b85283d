import {
  Limits,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';

/** Totals and the limits of single tenants, in the one form that means the same: in order, and without empty entries. */
export function withTenantLimits(
  totals: Limits,
  perTenant: Record<string, Limits>,
): RateLimiting {
  const tenants = Object.entries(perTenant)
    .filter(([, limits]) =>
      Object.values(limits).some(value => value !== undefined),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return tenants.length > 0
    ? { ...totals, perTenant: Object.fromEntries(tenants) }
    : totals;
}
