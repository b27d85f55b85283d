import { UsageSeries } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useUsage } from '../api/useUsage';
import { Notice } from '../feedback/Notice';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';
import { figureOfErrors, figuresInTotal, figuresOfTime } from './figuresOf';
import { UsageFigures } from './UsageFigures';
import { UsageStateNotice } from './UsageStateNotice';
import { UsageView } from './UsageView';

export interface UsageOverviewProps {
  view: UsageView;
  answer: UsageSeries;
}

/** What the numbers are about, and the most important of them. */
export function UsageOverview({ view, answer }: UsageOverviewProps) {
  const t = useTexts();
  const formats = useFormats();
  const { usage, step } = answer;
  const isWhole = usage.scope === 'publication';
  const byStatus = useUsage(
    view.publication,
    { range: view.range, groupBy: 'status' },
    { enabled: isWhole && usage.asOf !== null },
  );
  return (
    <>
      <UsageStateNotice usage={usage} />
      {!isWhole && (
        <Notice severity="info">{t('usageOverTime.ofTenants')}</Notice>
      )}
      {usage.asOf !== null && (
        <>
          <UsageFigures
            figures={[
              ...figuresOfTime(t, formats, answer),
              ...(byStatus.data
                ? [figureOfErrors(t, formats, byStatus.data)]
                : []),
              ...figuresInTotal(t, formats, usage),
            ]}
          />
          <Typography variant="body2" paragraph>
            {[
              t('usageOverTime.asOf', { time: formats.time(usage.asOf) }),
              ...(usage.since === null
                ? []
                : [
                    t('usageOverTime.since', {
                      time: formats.time(usage.since),
                    }),
                  ]),
              step === 'day'
                ? t('usageOverTime.utcDays')
                : t('usageOverTime.localTimes', {
                    zone: formats.timeZone,
                  }),
            ].join(' ')}
          </Typography>
        </>
      )}
    </>
  );
}
