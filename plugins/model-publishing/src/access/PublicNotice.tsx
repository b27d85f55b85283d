import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

/** Says in the place of a key what it means that there is none. */
export function PublicNotice() {
  const t = useTexts();
  return (
    <Notice severity="warning" title={t('public.label')}>
      {t('public.explanation')}
    </Notice>
  );
}
