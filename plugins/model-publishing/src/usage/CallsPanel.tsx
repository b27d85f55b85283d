import { useUsage } from '../api/useUsage';
import { useTexts } from '../translation/useTexts';
import { UsagePanel } from './UsagePanel';
import { UsageView } from './UsageView';

/** How often the keys of the user's own tenants were used; what became of it is counted for the publisher only. */
export function CallsPanel({ publication, range, asTable }: UsageView) {
  const t = useTexts();
  const usage = useUsage(publication, { range });
  return (
    <UsagePanel
      publication={publication}
      usage={usage}
      asTable={asTable}
      title={t('usageOverTime.calls.title')}
      explanation={t('usageOverTime.calls.explanation')}
      nothing={t('usageOverTime.calls.none')}
      columnsOf={series => [
        {
          id: 'calls',
          label: t('usageOverTime.calls.label'),
          look: 0,
          series: series.filter(({ measure }) => measure === 'calls'),
        },
      ]}
    />
  );
}
