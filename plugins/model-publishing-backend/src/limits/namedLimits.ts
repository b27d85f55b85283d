import {
  LIMIT_NAMES,
  Limits,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { EnforcedLimit } from './enforcedLimits';

/** A limit with its place in `rateLimiting`, such as `perTenant.team-b.burstLimit`. */
export interface NamedLimit extends EnforcedLimit {
  name: string;
}

/** Every value of `rateLimiting`, whether it has an effect or not. */
export function namedLimits({
  perTenant = {},
  ...totals
}: RateLimiting): NamedLimit[] {
  return [
    ...valuesOf(totals),
    ...Object.entries(perTenant).flatMap(([tenant, limits]) =>
      valuesOf(limits).map(({ name, ...value }) => ({
        ...value,
        tenant,
        name: `perTenant.${tenant}.${name}`,
      })),
    ),
  ];
}

function valuesOf(limits: Limits): NamedLimit[] {
  return LIMIT_NAMES.flatMap(limit => {
    const value = limits[limit];
    return value === undefined ? [] : [{ limit, value, name: limit }];
  });
}
