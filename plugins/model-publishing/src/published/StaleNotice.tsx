import { Freshness } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';

export interface StaleNoticeProps {
  freshness: Freshness;
  /** What is shown from memory. */
  of: 'published' | 'publication';
}

/** Says which clusters are away, and from when it is what is shown. */
export function StaleNotice({ freshness, of }: StaleNoticeProps) {
  const t = useTexts();
  const { time } = useFormats();
  const away = freshness.clusters.filter(({ state }) => state !== 'live');
  return (
    <Notice severity="warning" title={t(`${of}.stale.title`)}>
      {t(`${of}.stale.description`, {
        clusters: away.map(({ name }) => name).join(', '),
        time: time(freshness.asOf),
      })}
    </Notice>
  );
}
