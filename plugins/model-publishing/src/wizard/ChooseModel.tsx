import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { modelSortSchema } from '@inference-portal/plugin-model-publishing-common';
import { useMemo } from 'react';
import { useModels } from '../api/useModels';
import { RequestFailed } from '../feedback/RequestFailed';
import { rowOf } from '../models/ModelRow';
import { NothingFound } from '../paging/NothingFound';
import { PagedTable } from '../paging/PagedTable';
import { TableFilters } from '../paging/TableFilters';
import { useListState } from '../paging/useListState';
import { modelsRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { choiceColumns } from './choiceColumns';
import { NothingToPublish } from './NothingToPublish';
import { StepFrame } from './StepFrame';

const CHOICE_LIST = {
  filters: {},
  sorts: modelSortSchema,
  defaultSort: { by: 'name', order: 'asc' },
} as const;

/** The first step of publishing: which of the models that can be published at the moment. */
export function ChooseModel() {
  const t = useTexts();
  const modelsPath = useRouteRef(modelsRouteRef);
  const list = useListState(CHOICE_LIST);
  const models = useModels({ ...list.request, ready: true, published: false });
  const { data } = models;
  const answer = useMemo(
    () => data && { ...data, items: data.items.map(rowOf) },
    [data],
  );
  return (
    <StepFrame
      step="model"
      heading={t('wizard.model.heading')}
      actions={<LinkButton to={modelsPath()}>{t('wizard.cancel')}</LinkButton>}
    >
      {models.isError ? (
        <RequestFailed
          title={t('models.error')}
          error={models.error}
          onRetry={models.refetch}
        />
      ) : (
        <PagedTable
          title={t('wizard.model.list')}
          columns={choiceColumns(t, {
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
              state={list}
              filters={[]}
            />
          }
          empty={<NothingToPublish onRetry={models.refetch} />}
          nothingFound={
            list.isFiltered && <NothingFound onClear={list.clear} />
          }
        />
      )}
    </StepFrame>
  );
}
