import {
  AcceptedConfiguration,
  LimitName,
  Limits,
} from '@inference-portal/plugin-model-publishing-common';

/** Which limit something is about: of a tenant, or, without one, of the publication in total. */
export interface LimitSubject {
  limit: LimitName;
  tenant?: string;
}

/** A limit that counts something. */
export interface EnforcedLimit extends LimitSubject {
  value: number;
}

/**
 * The order in which limits get their places. Tokens first: counters go by the place of a rule, and tokens must never
 * be taken for requests of an hour.
 */
const ORDER: LimitName[] = [
  'tokensPerHour',
  'burstLimit',
  'requestsPerMinute',
  'requestsPerHour',
];

/**
 * All limits of a publication that a rule is needed for: totals, then those of each tenant. `tokensPerHour` of a
 * traditional model is none, because it reports no tokens.
 */
export function enforcedLimits({
  rateLimiting: { perTenant = {}, ...totals },
  modelType,
}: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>): EnforcedLimit[] {
  const subjects: Array<[string | undefined, Limits]> = [
    [undefined, totals],
    ...Object.entries(perTenant).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return subjects.flatMap(([tenant, limits]) =>
    ORDER.flatMap(limit => {
      const value = limits[limit];
      const isCounted = limit !== 'tokensPerHour' || modelType === 'openai';
      return value !== undefined && isCounted
        ? [{ limit, value, ...(tenant !== undefined && { tenant }) }]
        : [];
    }),
  );
}

export function sameSubject(a: LimitSubject, b: LimitSubject): boolean {
  return a.limit === b.limit && a.tenant === b.tenant;
}
