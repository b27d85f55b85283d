import { ModelRef } from '@inference-portal/plugin-model-publishing-common';
import { makeStyles } from '@material-ui/core/styles';
import { ModelPublication } from '../card/ModelPublication';
import { useModelLink } from '../card/useModelLink';
import { useModelPublication } from '../card/useModelPublication';
import { ExampleCall } from '../snippets/ExampleCall';
import { useTexts } from '../translation/useTexts';
import { BadAnnotation } from './BadAnnotation';
import { EntityCard } from './EntityCard';
import { ModelUsage } from './ModelUsage';
import { PublicationLinks } from './PublicationLinks';
import { useModelOfEntity } from './useModelOfEntity';
import { useUsageLink } from './useUsageLink';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.up('md')]: { gridTemplateColumns: '2fr 1fr' },
  },
  column: {
    display: 'grid',
    gap: theme.spacing(3),
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
}));

export interface PublishingContentProps {
  /** How far back usage is shown, in UTC days, today included. */
  days?: number;
}

/** The tab "Publishing" of an entity that stands for a model: what its team needs every day. */
export function PublishingContent({ days }: PublishingContentProps) {
  const { annotation, modelRef } = useModelOfEntity();
  return modelRef ? (
    <ContentOfModel modelRef={modelRef} days={days} />
  ) : (
    <BadAnnotation value={annotation} />
  );
}

function ContentOfModel({
  modelRef,
  days = 7,
}: PublishingContentProps & { modelRef: ModelRef }) {
  const t = useTexts();
  const classes = useStyles();
  const state = useModelPublication(modelRef);
  const link = useModelLink(state);
  const usageLink = useUsageLink(state);
  const publication =
    state.status === 'published' ? state.publication : undefined;
  const mayCall =
    publication &&
    (publication.access !== 'viewer' ||
      !publication.authentication.requireApiKey);
  return (
    <div className={classes.root}>
      <div className={classes.column}>
        <EntityCard title={t('card.title')} link={link}>
          <ModelPublication state={state} />
        </EntityCard>
        {mayCall && (
          <EntityCard title={t('entity.call')}>
            <ExampleCall
              publication={{
                externalUrl: publication.externalUrl,
                openai: publication.openai,
                requireApiKey: publication.authentication.requireApiKey,
              }}
            />
          </EntityCard>
        )}
      </div>
      {publication && (
        <div className={classes.column}>
          <EntityCard title={t('usage.label')} link={usageLink}>
            <ModelUsage state={state} days={days} />
          </EntityCard>
          <EntityCard title={t('entity.tabs.title')}>
            <PublicationLinks publication={publication} />
          </EntityCard>
        </div>
      )}
    </div>
  );
}
