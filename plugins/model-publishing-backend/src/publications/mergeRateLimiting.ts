import {
  LIMIT_NAMES,
  Limits,
  PublicationPatch,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { withTenantLimits } from './withTenantLimits';

type RateLimitingPatch = PublicationPatch['rateLimiting'];
type LimitsPatch = { [Name in keyof Limits]: number | null };

/**
 * Limits after a merge patch (RFC 7396). Totals may have defaults; limits of single tenants have none, so that null
 * takes them out: one value, a tenant, or all of them.
 */
export function mergeRateLimiting(
  current: RateLimiting,
  patch: RateLimitingPatch,
  defaults: Limits,
): RateLimiting {
  return patch === null
    ? defaults
    : withTenantLimits(
        mergeLimits(current, patch ?? {}, defaults),
        mergeTenants(current.perTenant ?? {}, patch?.perTenant),
      );
}

function mergeTenants(
  current: Record<string, Limits>,
  patch: NonNullable<RateLimitingPatch>['perTenant'],
): Record<string, Limits> {
  if (patch === null) {
    return {};
  }
  // Maps, because a tenant may be named like something that all objects have, such as "constructor".
  const tenants = new Map(Object.entries(current));
  for (const [tenant, limits] of Object.entries(patch ?? {})) {
    tenants.set(
      tenant,
      limits === null ? {} : mergeLimits(tenants.get(tenant) ?? {}, limits, {}),
    );
  }
  return Object.fromEntries(tenants);
}

function mergeLimits(
  current: Limits,
  patch: LimitsPatch,
  defaults: Limits,
): Limits {
  const merged = LIMIT_NAMES.map(name => {
    const wanted = patch[name];
    const value = wanted === undefined ? current[name] : wanted;
    return [name, value === null ? defaults[name] : value] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}
