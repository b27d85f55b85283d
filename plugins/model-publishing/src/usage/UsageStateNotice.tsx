import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { useFormats } from '../formats/useFormats';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

/** Why numbers are wanting or old; nothing when they are as they should be. */
export function UsageStateNotice({
  usage: { state, asOf },
}: {
  usage: UsageSummary;
}) {
  const t = useTexts();
  const formats = useFormats();
  switch (state) {
    case 'current':
      return null;
    case 'pending':
      return <Notice severity="info">{t('usageOverTime.pending')}</Notice>;
    case 'off':
      return <Notice severity="info">{t('usage.off')}</Notice>;
    case 'unavailable':
      return (
        <Notice severity="warning">
          {asOf === null
            ? t('usage.unavailable')
            : t('usage.unavailableSince', { time: formats.time(asOf) })}
        </Notice>
      );
    default:
      throw new Error(`Unexpected state ${state satisfies never}`);
  }
}
