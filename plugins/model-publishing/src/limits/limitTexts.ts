import {
  LIMIT_NAMES,
  LimitName,
  Limits,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** What is typed into the fields of limits. An empty one leaves it to the platform, or sets none. */
export const limitTextsSchema = z.object({
  requestsPerMinute: z.string(),
  requestsPerHour: z.string(),
  tokensPerHour: z.string(),
  burstLimit: z.string(),
}) satisfies z.ZodType<Record<LimitName, string>>;
export type LimitTexts = z.infer<typeof limitTextsSchema>;

/** Limits of one tenant beside the totals. */
export const tenantTextsSchema = z.object({
  tenantId: z.string(),
  limits: limitTextsSchema,
});
export type TenantTexts = z.infer<typeof tenantTextsSchema>;

/** The part of a form that is about limits. */
export interface LimitsFormValues {
  limits: LimitTexts;
  tenants: TenantTexts[];
}

/** Limits as they are typed. */
export function textsOfLimits(limits: Limits): LimitTexts {
  const textOf = (name: LimitName) => String(limits[name] ?? '');
  return {
    requestsPerMinute: textOf('requestsPerMinute'),
    requestsPerHour: textOf('requestsPerHour'),
    tokensPerHour: textOf('tokensPerHour'),
    burstLimit: textOf('burstLimit'),
  };
}

/** What was typed, as limits. The texts must have passed `limitsFormSchema`. */
export function limitsOfTexts(texts: LimitTexts): Limits {
  return Object.fromEntries(
    LIMIT_NAMES.flatMap(name => {
      const text = texts[name].trim();
      return text === '' ? [] : [[name, Number(text)] as const];
    }),
  );
}
