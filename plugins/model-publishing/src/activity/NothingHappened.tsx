import { EmptyState } from '@backstage/core-components';
import { useTexts } from '../translation/useTexts';

/** Of a publication that is older than what is kept of activity. */
export function NothingHappened() {
  const t = useTexts();
  return (
    <EmptyState
      missing="content"
      title={t('activity.empty.title')}
      description={t('activity.empty.description')}
    />
  );
}
