import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';

/** Former addresses that still answer, and until when; nothing when there are none. */
export function RetiringAddresses({
  retiringAddresses,
}: Pick<Publication, 'retiringAddresses'>) {
  const t = useTexts();
  const formats = useFormats();
  if (retiringAddresses.length === 0) {
    return null;
  }
  return (
    <Notice severity="info" title={t('addressForm.retiring.title')}>
      {retiringAddresses.map(({ externalUrl: url, endsAt }) => (
        <div key={url}>
          {endsAt === null
            ? t('addressForm.retiring.open', { url })
            : t('addressForm.retiring.endsAt', {
                url,
                time: formats.time(endsAt),
              })}
        </div>
      ))}
    </Notice>
  );
}
