import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { Texts } from '../translation/useTexts';

/** Usage in words, a line for each thing that is known of it. */
export function usageLines(t: Texts, usage: UsageSummary): string[] {
  switch (usage.state) {
    case 'off':
      return [t('usage.off')];
    case 'pending':
      return [t('usage.pending')];
    case 'unavailable':
      return usage.asOf === null
        ? [t('usage.unavailable')]
        : [
            t('usage.unavailableSince', { time: timeText(usage.asOf) }),
            ...amountLines(t, usage),
          ];
    case 'current':
      return amountLines(t, usage);
    default:
      throw new Error(`Unexpected state ${usage.state satisfies never}`);
  }
}

function amountLines(t: Texts, usage: UsageSummary): string[] {
  const { totalRequests, requestsToday, requestsLimited, tokensUsed } = usage;
  const amount = (value: number | null) =>
    value === null ? t('usage.notKnown') : value.toLocaleString();
  return [
    t('usage.requests', { value: amount(totalRequests) }),
    t('usage.today', { value: amount(requestsToday) }),
    ...(requestsLimited === null
      ? []
      : [t('usage.limited', { value: amount(requestsLimited) })]),
    ...(tokensUsed === null
      ? []
      : [t('usage.tokens', { value: amount(tokensUsed) })]),
    ...(usage.lastAccessTime === null
      ? []
      : [t('usage.lastAccess', { time: timeText(usage.lastAccessTime) })]),
  ];
}

function timeText(time: string): string {
  return new Date(time).toLocaleString();
}
