import { EmptyState } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { useTexts } from '../translation/useTexts';

/** No gateway at all: where they come from, and a button to look again. */
export function NoGateways({ onRetry }: { onRetry(): void }) {
  const t = useTexts();
  return (
    <EmptyState
      missing="content"
      title={t('gateways.empty.title')}
      description={t('gateways.empty.description')}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('gateways.empty.action')}
        </Button>
      }
    />
  );
}
