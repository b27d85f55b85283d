import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';

/** The addresses that a publication had before, as long as they answer; nothing when there are none. */
export function RetiringAddresses({
  addresses,
}: {
  addresses: Publication['retiringAddresses'];
}) {
  const t = useTexts();
  const { time } = useFormats();
  if (addresses.length === 0) {
    return null;
  }
  return (
    <Notice severity="info" title={t('overview.retiring')}>
      {addresses.map(({ externalUrl, endsAt }) => (
        <div key={externalUrl}>
          <code>{externalUrl}</code>{' '}
          {endsAt === null
            ? t('overview.retiringLater')
            : t('overview.retiringUntil', {
                time: time(endsAt),
              })}
        </div>
      ))}
    </Notice>
  );
}
