import { useTexts } from '../translation/useTexts';
import { RemoveTenantStepProps } from './RemoveTenantStep';

/** What the removal of a tenant means for its keys. */
export function RemovalQuestion({ keys }: Pick<RemoveTenantStepProps, 'keys'>) {
  const t = useTexts();
  switch (keys) {
    case 'unknown-yet':
      return <>{t('access.removal.checking')}</>;
    case undefined:
      return <>{t('access.removal.unknownKeys')}</>;
    case 0:
      return <>{t('access.removal.noKeys')}</>;
    default:
      return <>{t('access.removal.keys', { number: String(keys) })}</>;
  }
}
