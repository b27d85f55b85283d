import { useUsage } from '../api/useUsage';
import { useTexts } from '../translation/useTexts';
import { largestColumns } from './largestColumns';
import { isErrorStatus, statusColumns } from './statusColumns';
import { UsagePanel } from './UsagePanel';
import { UsageView } from './UsageView';

/** How the model has answered, and what the limits have kept from it. */
export function RequestsPanels({ publication, range, asTable }: UsageView) {
  const t = useTexts();
  const usage = useUsage(publication, { range, groupBy: 'status' });
  const shared = { publication, usage, asTable };
  return (
    <>
      <UsagePanel
        {...shared}
        title={t('usageOverTime.answers.title')}
        nothing={t('usageOverTime.answers.none')}
        columnsOf={series =>
          statusColumns(
            series.filter(({ measure }) => measure === 'responses'),
            name => t(`usageOverTime.statusClass.${name}`),
          )
        }
      />
      <UsagePanel
        {...shared}
        title={t('usageOverTime.errors.title')}
        nothing={t('usageOverTime.errors.none')}
        columnsOf={series =>
          largestColumns(
            series
              .filter(({ group }) => isErrorStatus(group.status))
              .map(one => ({
                label: t('usageOverTime.status', {
                  status: one.group.status ?? '',
                }),
                series: one,
              })),
            t('usageOverTime.others'),
          )
        }
      />
      <UsagePanel
        {...shared}
        title={t('usageOverTime.limited.title')}
        nothing={t('usageOverTime.limited.none')}
        columnsOf={series => [
          {
            id: 'limited',
            label: t('usageOverTime.limited.label'),
            look: 1,
            series: series.filter(({ measure }) => measure === 'limited'),
          },
        ]}
      />
    </>
  );
}
