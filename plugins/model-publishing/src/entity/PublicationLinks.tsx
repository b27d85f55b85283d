import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { KnownPublication } from '../api/usePublication';
import { publicationTabs } from '../publication/publicationTabs';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** Everything else that can be done with a publication, each on its tab. */
export function PublicationLinks({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const { cluster, tenantId: tenant, modelName: model } = publication;
  return (
    <nav aria-label={t('entity.tabs.title')}>
      <List dense disablePadding>
        {publicationTabs
          .filter(({ isFor }) => isFor(publication))
          .map(({ id }) => (
            <ListItem key={id} disableGutters>
              <ListItemText
                primary={
                  <Link
                    to={publicationPath({ cluster, tenant, model, tab: id })}
                  >
                    {t(`publication.tabs.${id}`)}
                  </Link>
                }
                secondary={t(`entity.tabs.${id}`)}
              />
            </ListItem>
          ))}
      </List>
    </nav>
  );
}
