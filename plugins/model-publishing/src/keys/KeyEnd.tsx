import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { TimeAgo } from '../formats/TimeAgo';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';

/** When a key stops, or has stopped: by its grace period, by its expiry, or because somebody revoked it. */
export function KeyEnd({
  apiKey: { state, endsAt, replacedBy, revokedAt },
}: {
  apiKey: ApiKey;
}) {
  const t = useTexts();
  const formats = useFormats();
  if (state === 'revoked') {
    return (
      <>
        {t('keys.ends.revoked')} {revokedAt && <TimeAgo time={revokedAt} />}
      </>
    );
  }
  if (endsAt === null) {
    return <>{t('keys.ends.never')}</>;
  }
  if (state === 'expired') {
    return (
      <>
        {t('keys.ends.expired')} <TimeAgo time={endsAt} />
      </>
    );
  }
  return replacedBy === null ? (
    <TimeAgo time={endsAt} />
  ) : (
    <>{t('keys.ends.grace', { time: formats.time(endsAt) })}</>
  );
}
