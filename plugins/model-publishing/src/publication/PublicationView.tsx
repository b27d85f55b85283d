import { useState } from 'react';
import { KnownPublication, usePublication } from '../api/usePublication';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { UnpublishDialog } from '../unpublishing/UnpublishDialog';
import { PublicationHeader } from './PublicationHeader';
import { PublicationLoading } from './PublicationLoading';
import { PublicationNotFound } from './PublicationNotFound';
import { PublicationNotices } from './PublicationNotices';
import { PublicationPlace } from './PublicationPlace';
import { TabBody } from './TabBody';
import { TabLinks } from './TabLinks';
import { UnpublishContext } from './UnpublishContext';
import { useLeaveWhenGone } from './useLeaveWhenGone';

export interface PublicationViewProps {
  place: PublicationPlace;
  tab: string;
}

/** One publication in each of its states: loading, failed, missing, or there with its tabs. */
export function PublicationView({ place, tab }: PublicationViewProps) {
  const t = useTexts();
  const publication = usePublication(place, { whileUnsettled: true });
  // As it was when the question was asked: it is not there any more when the answer is shown.
  const [leaving, setLeaving] = useState<KnownPublication>();
  useLeaveWhenGone(place, publication.data, leaving !== undefined);
  const shown = publication.data ?? leaving;

  if (publication.isPending) {
    return <PublicationLoading />;
  }
  if (!shown) {
    return publication.error ? (
      <RequestFailed
        title={t('card.error')}
        error={publication.error}
        onRetry={publication.refetch}
      />
    ) : (
      <PublicationNotFound place={place} />
    );
  }
  return (
    <UnpublishContext.Provider value={() => setLeaving(shown)}>
      <PublicationHeader publication={shown} />
      <PublicationNotices publication={shown} error={publication.error} />
      <TabLinks publication={shown} tab={tab} />
      <TabBody publication={shown} tab={tab} />
      {leaving && (
        <UnpublishDialog
          publication={{
            ...leaving,
            requireApiKey: leaving.authentication.requireApiKey,
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </UnpublishContext.Provider>
  );
}
