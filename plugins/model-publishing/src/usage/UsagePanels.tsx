import { UsageSeries } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { BreakdownPanel } from './BreakdownPanel';
import { CallsPanel } from './CallsPanel';
import { NoUsage } from './NoUsage';
import { RequestsPanels } from './RequestsPanels';
import { TokensPanel } from './TokensPanel';
import { UsageGrid } from './UsageGrid';
import { isTimeKnown, totalOf } from './usageTable';
import { UsageView } from './UsageView';

export interface UsagePanelsProps {
  view: UsageView;
  answer: UsageSeries;
  /** Whether the model counts tokens. */
  hasTokens: boolean;
}

/** All charts of a publication that make sense for the caller; none where nothing is known or nothing has happened. */
export function UsagePanels({ view, answer, hasTokens }: UsagePanelsProps) {
  const t = useTexts();
  const { usage, series } = answer;
  if (usage.asOf === null) {
    return null;
  }
  if (!isTimeKnown(answer) || (series.length > 0 && totalOf(series) === 0)) {
    return (
      <NoUsage publication={view.publication} isKnown={isTimeKnown(answer)} />
    );
  }
  if (usage.scope === 'tenants' && series.length === 0) {
    return <Notice severity="info">{t('usageOverTime.notCounted')}</Notice>;
  }
  return (
    <UsageGrid>
      {usage.scope === 'publication' ? (
        <RequestsPanels {...view} />
      ) : (
        <CallsPanel {...view} />
      )}
      {hasTokens && <TokensPanel {...view} />}
      <BreakdownPanel {...view} hasTokens={hasTokens} />
    </UsageGrid>
  );
}
