import { useMemo } from 'react';
import { useModels } from '../api/useModels';
import { useTenants } from '../api/useTenants';
import { RequestFailed } from '../feedback/RequestFailed';
import { NothingFound } from '../paging/NothingFound';
import { PagedTable } from '../paging/PagedTable';
import { TableFilters } from '../paging/TableFilters';
import { useListState } from '../paging/useListState';
import { useStayInList } from '../paging/useStayInList';
import { StaleNotice } from '../published/StaleNotice';
import { useTexts } from '../translation/useTexts';
import { modelColumns } from './modelColumns';
import { modelFilters } from './modelFilters';
import { MODEL_LIST, modelQueryOf } from './modelList';
import { rowOf } from './ModelRow';
import { NoModels } from './NoModels';

/** The tab with the models of the user's tenants, from where they are published. */
export function Models() {
  const t = useTexts();
  const list = useListState(MODEL_LIST);
  const models = useModels(modelQueryOf(list.request));
  const tenants = useTenants().data?.items ?? [];
  const { data } = models;
  const answer = useMemo(
    () => data && { ...data, items: data.items.map(rowOf) },
    [data],
  );
  useStayInList(list, models);

  if (models.isError) {
    return (
      <RequestFailed
        title={t('models.error')}
        error={models.error}
        onRetry={models.refetch}
      />
    );
  }
  return (
    <>
      {data?.freshness.state === 'stale' && (
        <StaleNotice of="published" freshness={data.freshness} />
      )}
      <PagedTable
        title={t('models.title')}
        columns={modelColumns(t, {
          isOneCluster: (data?.freshness.clusters.length ?? 1) < 2,
        })}
        answer={answer}
        isTurning={models.isPlaceholderData}
        pages={list}
        sorting={list}
        filters={
          <TableFilters
            label={t('models.filters.label')}
            searchLabel={t('models.filters.search')}
            searchHint={t('models.filters.searchHint')}
            state={list}
            filters={modelFilters(t, tenants, list.filters)}
          />
        }
        empty={<NoModels onRetry={models.refetch} />}
        nothingFound={list.isFiltered && <NothingFound onClear={list.clear} />}
      />
    </>
  );
}
