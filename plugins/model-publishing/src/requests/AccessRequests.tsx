import { useTexts } from '../translation/useTexts';

/** The tab with requests for access: those to decide, and one's own. */
export function AccessRequests() {
  const t = useTexts();
  return <>{t('requests.title')}</>;
}
