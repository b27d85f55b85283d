import { KnownPublication } from '../api/usePublication';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { StaleNotice } from '../published/StaleNotice';
import { useTexts } from '../translation/useTexts';

export interface PublicationNoticesProps {
  publication: KnownPublication;
  /** Why it could not be read again. */
  error: Error | null;
}

/** What must be known of a publication before anything else is read of it. */
export function PublicationNotices({
  publication: { modelName: model, phase, freshness },
  error,
}: PublicationNoticesProps) {
  const t = useTexts();
  return (
    <>
      {phase === 'Unpublishing' && (
        <Notice
          severity="info"
          title={t('publication.unpublishing.title', { model })}
        >
          {t('publication.unpublishing.description')}
        </Notice>
      )}
      {freshness.state === 'stale' && (
        <StaleNotice of="publication" freshness={freshness} />
      )}
      {error && (
        <Notice severity="warning" title={t('card.error')}>
          {messageOf(error)}
        </Notice>
      )}
    </>
  );
}
