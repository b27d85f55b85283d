import { useUsage } from '../api/useUsage';
import { useTexts } from '../translation/useTexts';
import { tokenColumns } from './tokenColumns';
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
      columnsOf={series => tokenColumns(series, t)}
    />
  );
}
