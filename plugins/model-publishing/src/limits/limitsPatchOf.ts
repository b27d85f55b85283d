import {
  LIMIT_NAMES,
  Limits,
  PublicationPatch,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { limitsOfTexts, LimitsFormValues } from './limitTexts';

type LimitsPatch = NonNullable<PublicationPatch['rateLimiting']>;

/**
 * What an update has to say to get from one set of limits to another: only what differs, null for what was taken out.
 *
 * @returns undefined when nothing differs
 */
export function limitsPatchOf(
  before: RateLimiting,
  values: LimitsFormValues,
): LimitsPatch | undefined {
  const totals = changesOf(before, limitsOfTexts(values.limits));
  const perTenant = Object.fromEntries(
    values.tenants.flatMap(({ tenantId, limits }) => {
      const typed = limitsOfTexts(limits);
      const had = before.perTenant?.[tenantId];
      const changes = changesOf(had ?? {}, typed);
      if (Object.keys(changes).length === 0) {
        return [];
      }
      // A tenant without any limit of its own is not named any more.
      return [
        [tenantId, Object.keys(typed).length > 0 ? changes : null] as const,
      ];
    }),
  );
  const patch = {
    ...totals,
    ...(Object.keys(perTenant).length > 0 && { perTenant }),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

function changesOf(before: Limits, after: Limits) {
  return Object.fromEntries(
    LIMIT_NAMES.filter(name => before[name] !== after[name]).map(name => [
      name,
      after[name] ?? null,
    ]),
  );
}
