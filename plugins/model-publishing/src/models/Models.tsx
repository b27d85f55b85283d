import { useRouteRef } from '@backstage/core-plugin-api';
import { Model } from '@inference-portal/plugin-model-publishing-common';
import { useMemo, useState } from 'react';
import { useModels } from '../api/useModels';
import { RequestFailed } from '../feedback/RequestFailed';
import { PagedTable } from '../paging/PagedTable';
import { useCursorPages } from '../paging/useCursorPages';
import { PublishDialog } from '../publishing/PublishDialog';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { modelColumns, rowOf } from './modelColumns';
import { NoModels } from './NoModels';

/** The tab with the models of the user's tenants, from where they are published. */
export function Models() {
  const t = useTexts();
  const pages = useCursorPages();
  const models = useModels(pages.request);
  const publishedPath = useRouteRef(publishedRouteRef);
  const [chosen, setChosen] = useState<Model>();
  const { data } = models;
  const answer = useMemo(
    () => data && { ...data, items: data.items.map(rowOf) },
    [data],
  );

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
      <PagedTable
        title={t('models.title')}
        columns={modelColumns(t, {
          publishedPath: publishedPath(),
          onPublish: setChosen,
        })}
        answer={answer}
        isTurning={models.isPlaceholderData}
        pages={pages}
        empty={<NoModels onRetry={models.refetch} />}
      />
      {chosen && (
        <PublishDialog model={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
