import LinearProgress from '@material-ui/core/LinearProgress';
import { lazy, Suspense } from 'react';
import { useTexts } from '../translation/useTexts';
import { SeriesLegend } from './SeriesLegend';
import { UsageBarsProps } from './UsageBars';
import { UsageNumbers } from './UsageNumbers';

// The chart library is large, and most visits show no chart.
const UsageBars = lazy(() =>
  import('./UsageBars').then(m => ({ default: m.UsageBars })),
);

export interface UsageChartProps extends UsageBarsProps {
  /** The numbers in the place of the picture. */
  asTable?: boolean;
}

/** Usage over time as a picture with its legend, or in numbers. */
export function UsageChart({ asTable, ...chart }: UsageChartProps) {
  const t = useTexts();
  if (asTable) {
    return <UsageNumbers {...chart} />;
  }
  return (
    <>
      <div style={{ height: chart.height }}>
        <Suspense
          fallback={<LinearProgress aria-label={t('usageOverTime.loading')} />}
        >
          <UsageBars {...chart} />
        </Suspense>
      </div>
      {!chart.plain && <SeriesLegend columns={chart.table.columns} />}
    </>
  );
}
