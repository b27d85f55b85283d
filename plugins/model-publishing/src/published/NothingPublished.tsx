import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { modelsRouteRef } from '../routes';
import { EmptyView } from '../feedback/EmptyView';
import { useTexts } from '../translation/useTexts';

/** An empty list of published models, with the way to the first one. */
export function NothingPublished() {
  const t = useTexts();
  const modelsPath = useRouteRef(modelsRouteRef);
  return (
    <EmptyView
      title={t('published.empty.title')}
      description={t('published.empty.description')}
      action={
        <LinkButton to={modelsPath()} variant="contained" color="primary">
          {t('published.empty.action')}
        </LinkButton>
      }
    />
  );
}
