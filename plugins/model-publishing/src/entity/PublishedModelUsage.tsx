import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { KnownPublication } from '../api/usePublication';
import { useUsage } from '../api/useUsage';
import { RequestFailed } from '../feedback/RequestFailed';
import { TimeAgo } from '../formats/TimeAgo';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';
import { figuresInTotal, figuresOfTime } from '../usage/figuresOf';
import { UsageFigures } from '../usage/UsageFigures';
import { UsageStateNotice } from '../usage/UsageStateNotice';
import { RequestsOfDays } from './RequestsOfDays';

export interface PublishedModelUsageProps {
  publication: KnownPublication;
  /** How far back, in UTC days, today included. */
  days: number;
}

/** Usage of the last days in a few numbers and a small chart. */
export function PublishedModelUsage({
  publication,
  days,
}: PublishedModelUsageProps) {
  const t = useTexts();
  const formats = useFormats();
  const { cluster, tenantId: tenant, modelName: model } = publication;
  const usage = useUsage({ cluster, tenant, model }, { range: { days } });
  if (usage.isError) {
    return (
      <RequestFailed
        title={t('usageOverTime.failed')}
        error={usage.error}
        onRetry={usage.refetch}
      />
    );
  }
  if (!usage.data) {
    return <LinearProgress aria-label={t('usageOverTime.loading')} />;
  }
  const { usage: summary } = usage.data;
  const { asOf, scope } = summary;
  return (
    <>
      <UsageStateNotice usage={summary} />
      {asOf !== null && (
        <>
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t(`entity.usage.days.${scope}`, { days: formats.number(days) })}
          </Typography>
          <UsageFigures
            figures={[
              ...figuresOfTime(t, formats, usage.data),
              ...figuresInTotal(t, formats, summary),
            ]}
          />
          <RequestsOfDays series={usage.data} />
          <Typography variant="caption" color="textSecondary">
            {t('entity.usage.counted')} <TimeAgo time={asOf} />
          </Typography>
        </>
      )}
    </>
  );
}
