import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { KnownPublication } from '../api/usePublication';
import { PhaseChip } from '../conditions/PhaseChip';
import { TypeChips } from '../models/TypeChips';
import { placeText } from '../paging/placeText';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { CatalogLink } from './CatalogLink';
import { placeOf } from './placeOf';
import { useUnpublishQuestion } from './UnpublishContext';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(1, 0, 2),
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  name: { margin: theme.spacing(0, 1, 0, 0), overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
}));

/** What a publication is and whose, and what can be done to all of it. */
export function PublicationHeader({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const classes = useStyles();
  const listPath = useRouteRef(publishedRouteRef);
  const onUnpublish = useUnpublishQuestion();
  const { modelName, modelType, phase, access, authentication, freshness } =
    publication;
  return (
    <>
      <Link to={listPath()}>
        <span aria-hidden="true">← </span>
        {t('publication.back')}
      </Link>
      <div className={classes.root}>
        <div>
          <div className={classes.title}>
            <Typography variant="h4" component="h2" className={classes.name}>
              {modelName}
            </Typography>
            <PhaseChip phase={phase} />
            <TypeChips
              modelType={modelType}
              requireApiKey={authentication.requireApiKey}
            />
          </div>
          <Typography>
            {placeText(publication, freshness.clusters.length < 2)}
          </Typography>
        </div>
        <div className={classes.actions}>
          <CatalogLink place={placeOf(publication)} />
          {access === 'publisher' && onUnpublish && (
            <Button
              variant="outlined"
              disabled={phase === 'Unpublishing'}
              onClick={onUnpublish}
            >
              {t('publication.unpublish')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
