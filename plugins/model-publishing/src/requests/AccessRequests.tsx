import Box from '@material-ui/core/Box';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { useId } from 'react';
import { useAccessRequests } from '../api/useAccessRequests';
import { NothingFound } from '../paging/NothingFound';
import { useListState } from '../paging/useListState';
import { useTexts } from '../translation/useTexts';
import { NoRequests } from './NoRequests';
import { REQUEST_LIST } from './requestList';
import { RequestStateSelect } from './RequestStateSelect';
import { RequestTable } from './RequestTable';

/** The tab with requests for access: those to decide, and one's own. */
export function AccessRequests() {
  const t = useTexts();
  const id = useId();
  const list = useListState(REQUEST_LIST);
  const { role = 'publisher' } = list.filters;
  const state =
    list.filters.state ?? (role === 'publisher' ? 'pending' : 'all');
  const open = useAccessRequests({
    role: 'publisher',
    state: 'pending',
    limit: 1,
  });
  const number = open.data?.totalItems ?? 0;
  const isPublisher = role === 'publisher';
  return (
    <>
      <Tabs
        value={role}
        onChange={(_, chosen) => list.setFilter('role', chosen)}
        indicatorColor="primary"
        textColor="primary"
        aria-label={t('requests.roles')}
      >
        <Tab
          value="publisher"
          id={`${id}-publisher`}
          aria-controls={isPublisher ? `${id}-panel` : undefined}
          label={
            number > 0
              ? t('requests.toDecideCount', { number: String(number) })
              : t('requests.toDecide')
          }
        />
        <Tab
          value="requester"
          id={`${id}-requester`}
          aria-controls={isPublisher ? undefined : `${id}-panel`}
          label={t('requests.mine')}
        />
      </Tabs>
      <Box
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${role}`}
        mt={2}
      >
        <RequestTable
          key={role}
          title={t(
            isPublisher ? 'requests.toDecideTitle' : 'requests.mineTitle',
          )}
          side={role}
          filter={state === 'all' ? {} : { state }}
          pages={list}
          filters={
            <RequestStateSelect
              value={state}
              onChoose={choice => list.setFilter('state', choice)}
            />
          }
          empty={<NoRequests side={role} />}
          nothingFound={
            list.filters.state ? (
              <NothingFound
                onClear={() => list.setFilter('state', undefined)}
              />
            ) : (
              <NoRequests side={role} />
            )
          }
        />
      </Box>
    </>
  );
}
