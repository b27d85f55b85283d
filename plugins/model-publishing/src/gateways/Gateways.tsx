import { useTexts } from '../translation/useTexts';

/** The tab with the gateways, for admins. */
export function Gateways() {
  const t = useTexts();
  return <>{t('gateways.title')}</>;
}
