import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { useEffect, useState } from 'react';
import { usePublications } from '../api/usePublications';
import { RequestFailed } from '../feedback/RequestFailed';
import { RotateKeyDialog } from '../keys/RotateKeyDialog';
import { PagedTable } from '../paging/PagedTable';
import { useCursorPages } from '../paging/useCursorPages';
import { useTexts } from '../translation/useTexts';
import { UnpublishDialog } from '../unpublishing/UnpublishDialog';
import { NothingPublished } from './NothingPublished';
import { publicationColumns } from './publicationColumns';
import { PublicationAction } from './PublicationMenu';
import { StaleNotice } from './StaleNotice';

const DIALOGS = { rotateKey: RotateKeyDialog, unpublish: UnpublishDialog };

/** The tab with everything that is published and visible to the user. */
export function PublishedModels() {
  const t = useTexts();
  const pages = useCursorPages();
  const publications = usePublications(pages.request);
  const [chosen, setChosen] = useState<{
    action: PublicationAction;
    publication: ListedPublication;
  }>();
  const { data } = publications;

  // The last row of the last page can go while it is looked at.
  const isBeyondEnd = data?.items.length === 0 && pages.page > 0;
  useEffect(() => {
    if (isBeyondEnd) {
      pages.goTo(pages.page - 1);
    }
  }, [isBeyondEnd, pages]);

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
        <StaleNotice freshness={data.freshness} />
      )}
      <PagedTable
        title={t('published.title')}
        columns={publicationColumns(t, (action, publication) =>
          setChosen({ action, publication }),
        )}
        answer={data}
        isTurning={publications.isPlaceholderData}
        pages={pages}
        empty={<NothingPublished />}
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
