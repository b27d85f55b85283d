import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { KnownPublication } from '../api/usePublication';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { placeOf } from './placeOf';
import { publicationTabs } from './publicationTabs';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    margin: theme.spacing(0, 0, 3),
    padding: 0,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  link: {
    display: 'block',
    padding: theme.spacing(1, 2),
    // The secondary colour has too little contrast on the background of the page.
    color: theme.palette.text.primary,
    borderBottom: '3px solid transparent',
    '&:hover': { borderBottomColor: theme.palette.divider },
    '&[aria-current]': {
      borderBottomColor: theme.palette.primary.main,
      fontWeight: theme.typography.fontWeightBold,
    },
  },
}));

export interface TabLinksProps {
  publication: KnownPublication;
  /** Id of the tab that is shown. */
  tab: string;
}

/** The ways to the parts of a publication's page. Each part has its own address, so that these are links. */
export function TabLinks({ publication, tab }: TabLinksProps) {
  const t = useTexts();
  const classes = useStyles();
  const publicationPath = useRouteRef(publicationRouteRef);
  const place = placeOf(publication);
  return (
    <nav aria-label={t('publication.tabsOf', { model: place.model })}>
      <ul className={classes.list}>
        {publicationTabs
          .filter(({ isFor }) => isFor(publication))
          .map(({ id }) => (
            <li key={id}>
              <Link
                className={classes.link}
                to={publicationPath({ ...place, tab: id })}
                underline="none"
                aria-current={id === tab ? 'page' : undefined}
              >
                {t(`publication.tabs.${id}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
