import {
  Limits,
  limitsSchema,
  LimitName,
  PublishingGateway,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { Texts } from '../translation/useTexts';
import { LimitTexts } from './limitTexts';

const WHOLE_NUMBER = /^\d+$/;

export interface LimitRules {
  maxima: Limits;
  /** How exactly the gateway keeps each limit; absent where that is not known. */
  precision?: PublishingGateway['limits'];
}

/** Checks the typed limits by the rules that the backend applies too, for a form. */
export function limitsFormSchema(rules: LimitRules, t: Texts) {
  const field = (name: LimitName) =>
    z.string().superRefine((text, context) => {
      const problem = limitProblem(name, text.trim(), rules, t);
      if (problem) {
        context.addIssue({ code: 'custom', message: problem });
      }
    });
  return z.object({
    requestsPerMinute: field('requestsPerMinute'),
    requestsPerHour: field('requestsPerHour'),
    tokensPerHour: field('tokensPerHour'),
    burstLimit: field('burstLimit'),
  }) satisfies z.ZodType<LimitTexts>;
}

function limitProblem(
  name: LimitName,
  text: string,
  { maxima, precision }: LimitRules,
  t: Texts,
): string | undefined {
  if (text === '') {
    return undefined;
  }
  if (precision?.[name] === 'unavailable') {
    return t('limitsForm.unavailable');
  }
  if (!WHOLE_NUMBER.test(text)) {
    return t('limitsForm.wholeNumber');
  }
  const value = Number(text);
  const parsed = limitsSchema.shape[name].safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues[0]?.message;
  }
  const maximum = maxima[name];
  return maximum !== undefined && value > maximum
    ? t('limitsForm.aboveMaximum', { maximum: String(maximum) })
    : undefined;
}
