import Button from '@material-ui/core/Button';
import { EmptyView } from '../feedback/EmptyView';
import { useTexts } from '../translation/useTexts';

/** An empty list of models: how one gets there, and a button to look again. */
export function NoModels({ onRetry }: { onRetry(): void }) {
  const t = useTexts();
  return (
    <EmptyView
      title={t('models.empty.title')}
      description={t('models.empty.description')}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('models.empty.action')}
        </Button>
      }
    />
  );
}
