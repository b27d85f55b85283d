import { UsageStep } from '@inference-portal/plugin-model-publishing-common';
import { Formats } from '../formats/formatsFor';
import { UsageTable } from './usageTable';

/** Up to so many hours, their clock time tells them apart. */
const HOURS_OF_A_DAY = 24;

/** How spans are called. */
export interface SpanTexts {
  /** Under the axis, where there is little room. */
  short(start: string): string;
  /** Where one span stands alone. */
  full(start: string): string;
}

/** Minutes and hours are told in the user's time zone; days are UTC days. */
export function spanTexts(
  formats: Formats,
  { step, rows }: Pick<UsageTable, 'step' | 'rows'>,
): SpanTexts {
  const texts: Record<UsageStep, SpanTexts> = {
    minute: { short: formats.clock, full: formats.time },
    hour: {
      short: rows.length <= HOURS_OF_A_DAY ? formats.clock : formats.shortDate,
      full: formats.time,
    },
    day: {
      short: formats.utcShortDate,
      full: start => `${formats.utcDate(start)} (UTC)`,
    },
  };
  return texts[step];
}
