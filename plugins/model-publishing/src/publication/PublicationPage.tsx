import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { usePublication } from '../api/usePublication';
import { RequestFailed } from '../feedback/RequestFailed';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { publicationTabs } from './publicationTabs';

/** The page of one published model. */
export function PublicationPage() {
  const t = useTexts();
  const { cluster = '', tenant = '', model = '', tab } = useParams();
  const publication = usePublication({ cluster, tenant, model });
  const publicationPath = useRouteRef(publicationRouteRef);
  if (publication.isError) {
    return (
      <RequestFailed
        title={t('card.error')}
        error={publication.error}
        onRetry={publication.refetch}
      />
    );
  }
  if (publication.isPending) {
    return <Progress />;
  }
  const { data } = publication;
  if (!data) {
    return <Typography>{t('card.invisible')}</Typography>;
  }
  const tabs = publicationTabs.filter(({ isFor }) => isFor(data));
  const shown = tabs.find(({ id }) => id === tab);
  return (
    <>
      <nav aria-label={model}>
        {tabs.map(({ id }) => (
          <Link
            key={id}
            to={publicationPath({ cluster, tenant, model, tab: id })}
          >
            {t(`publication.tabs.${id}`)}{' '}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Progress />}>
        {shown && <shown.Body publication={data} />}
      </Suspense>
    </>
  );
}
