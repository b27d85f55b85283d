import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { modelsRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** Every model is published or not ready: where that is told, and a button to look again. */
export function NothingToPublish({ onRetry }: { onRetry(): void }) {
  const t = useTexts();
  const modelsPath = useRouteRef(modelsRouteRef);
  return (
    <EmptyState
      missing="content"
      title={t('wizard.model.none')}
      description={t('wizard.model.noneHelp')}
      action={
        <>
          <LinkButton to={modelsPath()} variant="contained" color="primary">
            {t('wizard.model.allModels')}
          </LinkButton>{' '}
          <Button onClick={onRetry}>{t('models.empty.action')}</Button>
        </>
      }
    />
  );
}
