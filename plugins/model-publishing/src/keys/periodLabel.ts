import { Texts } from '../translation/useTexts';
import { CUSTOM, NEVER } from './periods';

const UNITS = { m: 'minutes', h: 'hours', d: 'days' } as const;

/** A period in words: one of `graceSchema`, or one of the words that stand for other choices. */
export function periodLabel(
  t: Texts,
  period: string,
  longest?: string | null,
): string {
  switch (period) {
    case NEVER:
      return longest
        ? t('keys.periods.longest', { period: longest })
        : t('keys.periods.never');
    case CUSTOM:
      return t('keys.periods.custom');
    case 'now':
      return t('keys.periods.now');
    default: {
      const [, amount = '', unit = 'd'] = /^(\d+)([mhd])$/.exec(period) ?? [];
      return t(`keys.periods.${UNITS[unit as keyof typeof UNITS]}`, {
        count: Number(amount),
      });
    }
  }
}
