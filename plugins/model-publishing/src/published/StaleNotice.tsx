import { Freshness } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface StaleNoticeProps {
  freshness: Freshness;
}

/** Says which clusters are away, and from when the list is. */
export function StaleNotice({ freshness }: StaleNoticeProps) {
  const t = useTexts();
  const away = freshness.clusters.filter(({ state }) => state !== 'live');
  return (
    <Notice severity="warning" title={t('published.stale.title')}>
      {t('published.stale.description', {
        clusters: away.map(({ name }) => name).join(', '),
        time: new Date(freshness.asOf).toLocaleString(),
      })}
    </Notice>
  );
}
