import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { TimeAgo } from '../formats/TimeAgo';
import { useTexts } from '../translation/useTexts';

/** When a key was last seen in use; nothing is said where that cannot be known. */
export function LastUsed({
  apiKey: { lastUsedAt },
}: {
  apiKey: Pick<ApiKey, 'lastUsedAt'>;
}) {
  const t = useTexts();
  if (lastUsedAt === undefined) {
    return <>{t('keys.lastUsed.notKnown')}</>;
  }
  return lastUsedAt === null ? (
    <>{t('keys.lastUsed.never')}</>
  ) : (
    <TimeAgo time={lastUsedAt} />
  );
}
