import {
  UsageGroup,
  UsageTimeSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { useState } from 'react';
import { useKeyNames } from '../api/useKeyNames';
import { useUsage } from '../api/useUsage';
import { ChoiceButtons } from './ChoiceButtons';
import { useTexts } from '../translation/useTexts';
import { largestColumns } from './largestColumns';
import { UsagePanel } from './UsagePanel';
import { UsageView } from './UsageView';

const GROUPINGS = ['tenant', 'key'] as const;
type Grouping = (typeof GROUPINGS)[number];
const MEASURES = ['calls', 'tokens'] as const;
type Measure = (typeof MEASURES)[number];

export interface BreakdownPanelProps extends UsageView {
  /** Whether the model counts tokens. */
  hasTokens: boolean;
}

/** Whose keys were used, by tenant or by key. */
export function BreakdownPanel({ hasTokens, ...view }: BreakdownPanelProps) {
  const { publication, range, asTable } = view;
  const t = useTexts();
  const [groupBy, setGroupBy] = useState<Grouping>('tenant');
  const [measure, setMeasure] = useState<Measure>('calls');
  const usage = useUsage(publication, { range, groupBy });
  const names = useKeyNames(publication, { enabled: groupBy === 'key' });

  const labelOf = ({ tenant, keyId }: UsageGroup) => {
    const owner = tenant || t('usage.notKnown');
    return groupBy === 'tenant'
      ? owner
      : t('usageOverTime.breakdown.keyOf', {
          key: (keyId && names.data?.[keyId]) || keyId || t('usage.notKnown'),
          tenant: owner,
        });
  };
  const columnsOf = (series: UsageTimeSeries[]) =>
    largestColumns(
      series
        .filter(one => one.measure === measure)
        .map(one => ({ label: labelOf(one.group), series: one })),
      t('usageOverTime.others'),
    );
  return (
    <UsagePanel
      publication={publication}
      usage={usage}
      asTable={asTable}
      title={t(`usageOverTime.breakdown.title.${groupBy}.${measure}`)}
      nothing={t(`usageOverTime.breakdown.none.${measure}`)}
      columnsOf={columnsOf}
    >
      <ChoiceButtons
        label={t('usageOverTime.breakdown.by')}
        choices={GROUPINGS}
        textOf={id => t(`usageOverTime.breakdown.grouping.${id}`)}
        chosen={groupBy}
        onChoose={id => setGroupBy(id)}
      />
      {hasTokens && (
        <ChoiceButtons
          label={t('usageOverTime.breakdown.of')}
          choices={MEASURES}
          textOf={id => t(`usageOverTime.breakdown.measure.${id}`)}
          chosen={measure}
          onChoose={id => setMeasure(id)}
        />
      )}
    </UsagePanel>
  );
}
