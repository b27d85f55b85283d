import { UsageSeries } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { UsageChart } from '../usage/UsageChart';
import { isTimeKnown, usageTableOf } from '../usage/usageTable';

/** Of the chart, in pixels. */
const HEIGHT = 72;

/** A small chart of requests; words where it would be empty. */
export function RequestsOfDays({ series: answer }: { series: UsageSeries }) {
  const t = useTexts();
  const table = usageTableOf(answer, [
    {
      id: 'requests',
      label: t('entity.usage.requests'),
      look: 0,
      // Publishers know what has reached the model, consumers how often their keys were used.
      series: answer.series.filter(({ measure }) =>
        ['requests', 'calls'].includes(measure),
      ),
    },
  ]);
  if (table.columns.every(({ total }) => total === 0)) {
    return (
      <Typography gutterBottom>
        {t(isTimeKnown(answer) ? 'entity.usage.none' : 'entity.usage.unknown')}
      </Typography>
    );
  }
  return (
    <UsageChart
      table={table}
      label={t('entity.usage.chart')}
      height={HEIGHT}
      plain
    />
  );
}
