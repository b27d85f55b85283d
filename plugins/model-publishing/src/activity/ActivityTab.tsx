import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { z } from 'zod';
import { useActivity } from '../api/useActivity';
import { RequestFailed } from '../feedback/RequestFailed';
import { FilterSelect } from '../paging/FilterSelect';
import { NothingFound } from '../paging/NothingFound';
import { PagedTable } from '../paging/PagedTable';
import { useListState } from '../paging/useListState';
import { useStayInList } from '../paging/useStayInList';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { activityColumns } from './activityColumns';
import { ACTIONS, actionText } from './activityWords';
import { NothingHappened } from './NothingHappened';

const ACTIVITY_LIST = {
  filters: { action: z.enum(ACTIONS) },
  sorts: z.literal('at'),
  defaultSort: { by: 'at', order: 'desc' },
} as const;

/** What has happened to a publication, the newest first. */
export function ActivityTab({ publication }: PublicationTabProps) {
  const t = useTexts();
  const list = useListState(ACTIVITY_LIST);
  const { action } = list.filters;
  const { limit, cursor } = list.request;
  const { modelName: model, tenantId: tenant, cluster } = publication;
  const activity = useActivity(
    { model, tenant, cluster },
    { limit, cursor, action },
  );
  useStayInList(list, activity);

  if (activity.isError) {
    return (
      <RequestFailed
        title={t('activity.error')}
        error={activity.error}
        onRetry={activity.refetch}
      />
    );
  }
  return (
    <PagedTable
      title={t('activity.title')}
      columns={activityColumns(t)}
      answer={activity.data}
      isTurning={activity.isPlaceholderData}
      pages={list}
      filters={
        <Box px={3} pb={2}>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('activity.intro')}
          </Typography>
          <FilterSelect
            filter={{
              name: 'action',
              label: t('activity.filter'),
              options: ACTIONS.map(value => ({
                value,
                label: actionText(t, value),
              })),
            }}
            value={action}
            onChoose={value => list.setFilter('action', value)}
          />
        </Box>
      }
      empty={<NothingHappened />}
      nothingFound={list.isFiltered && <NothingFound onClear={list.clear} />}
    />
  );
}
