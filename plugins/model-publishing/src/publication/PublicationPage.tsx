import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useParams } from 'react-router-dom';
import { usePageTitle } from '../page/usePageTitle';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { PublicationView } from './PublicationView';

/** The page of one published model. */
export function PublicationPage() {
  const t = useTexts();
  const { cluster = '', tenant = '', model = '', tab = '' } = useParams();
  const place = { cluster, tenant, model };
  const publicationPath = useRouteRef(publicationRouteRef);
  usePageTitle(t('publication.documentTitle', { model, tenant }));
  return (
    <BreadcrumbEntry
      entry={{
        label: model,
        href: publicationPath({ ...place, tab: 'overview' }),
      }}
    >
      <PublicationView
        // Another publication is another page, which remembers nothing of this one.
        key={`${cluster}/${tenant}/${model}`}
        place={place}
        tab={tab}
      />
    </BreadcrumbEntry>
  );
}
