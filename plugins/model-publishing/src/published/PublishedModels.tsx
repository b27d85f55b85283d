import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { useState } from 'react';
import { usePublications } from '../api/usePublications';
import { useTenants } from '../api/useTenants';
import { RequestFailed } from '../feedback/RequestFailed';
import { useFormats } from '../formats/useFormats';
import { RotateKeyDialog } from '../keys/RotateKeyDialog';
import { NothingFound } from '../paging/NothingFound';
import { PagedTable } from '../paging/PagedTable';
import { TableFilters } from '../paging/TableFilters';
import { useListState } from '../paging/useListState';
import { useStayInList } from '../paging/useStayInList';
import { publicationRouteRef, publishRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { UnpublishDialog } from '../unpublishing/UnpublishDialog';
import { NothingPublished } from './NothingPublished';
import { publicationColumns } from './publicationColumns';
import { publicationFilters } from './publicationFilters';
import { PUBLICATION_LIST } from './publicationList';
import { PublicationAction } from './PublicationMenu';
import { StaleNotice } from './StaleNotice';
import { useSeenGateways } from './useSeenGateways';

const DIALOGS = { rotateKey: RotateKeyDialog, unpublish: UnpublishDialog };

/** The tab with everything that is published and visible to the user. */
export function PublishedModels() {
  const t = useTexts();
  const formats = useFormats();
  const list = useListState(PUBLICATION_LIST);
  const publications = usePublications(list.request);
  const tenants = useTenants().data?.items ?? [];
  const { data } = publications;
  const gateways = useSeenGateways(data?.items);
  const publicationPath = useRouteRef(publicationRouteRef);
  const publishPath = useRouteRef(publishRouteRef);
  const [chosen, setChosen] = useState<{
    action: PublicationAction;
    publication: ListedPublication;
  }>();
  useStayInList(list, publications);

  if (publications.isError) {
    return (
      <RequestFailed
        title={t('published.error')}
        error={publications.error}
        onRetry={publications.refetch}
      />
    );
  }
  const Dialog = chosen && DIALOGS[chosen.action];
  return (
    <>
      {data?.freshness.state === 'stale' && (
        <StaleNotice of="published" freshness={data.freshness} />
      )}
      <PagedTable
        title={t('published.title')}
        columns={publicationColumns(t, {
          isOneCluster: (data?.freshness.clusters.length ?? 1) < 2,
          formats,
          pathOf: ({ cluster, tenantId: tenant, modelName: model }) =>
            publicationPath({ cluster, tenant, model, tab: 'overview' }),
          onChoose: (action, publication) => setChosen({ action, publication }),
        })}
        answer={data}
        isTurning={publications.isPlaceholderData}
        pages={list}
        sorting={list}
        filters={
          <TableFilters
            label={t('published.filters.label')}
            searchLabel={t('published.filters.search')}
            searchHint={t('published.filters.searchHint')}
            state={list}
            filters={publicationFilters(t, { tenants, gateways }, list.filters)}
          />
        }
        actions={
          <LinkButton to={publishPath()} variant="contained" color="primary">
            {t('published.publish')}
          </LinkButton>
        }
        empty={<NothingPublished />}
        nothingFound={list.isFiltered && <NothingFound onClear={list.clear} />}
      />
      {Dialog && (
        <Dialog
          publication={chosen.publication}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
