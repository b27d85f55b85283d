import { useUsage } from '../api/useUsage';
import { Texts, useTexts } from '../translation/useTexts';
import { largestColumns } from './largestColumns';
import { UsagePanel } from './UsagePanel';
import { UsageView } from './UsageView';

/** How many tokens an OpenAI-compatible model has read and written. */
export function TokensPanel({ publication, range, asTable }: UsageView) {
  const t = useTexts();
  const usage = useUsage(publication, { range, groupBy: 'tokenType' });
  return (
    <UsagePanel
      publication={publication}
      usage={usage}
      asTable={asTable}
      title={t('usageOverTime.tokens.title')}
      nothing={t('usageOverTime.tokens.none')}
      columnsOf={series =>
        largestColumns(
          series.map(one => ({
            label: typeText(t, one.group.tokenType),
            series: one,
          })),
          t('usageOverTime.others'),
        )
      }
    />
  );
}

/** Models may count further types, which are known by their names. */
function typeText(t: Texts, type: string | undefined): string {
  switch (type) {
    case 'input':
    case 'output':
      return t(`usageOverTime.tokenType.${type}`);
    default:
      return type || t('usage.notKnown');
  }
}
