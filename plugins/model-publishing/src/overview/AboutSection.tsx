import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Labelled } from '../feedback/Labelled';
import { useFormats } from '../formats/useFormats';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    columnGap: theme.spacing(2),
  },
}));

/** Who has published a model when, for whom, and what they say of it. */
export function AboutSection({ publication }: PublicationTabProps) {
  const t = useTexts();
  const classes = useStyles();
  const { time } = useFormats();
  const { createdAt, createdBy, updatedAt, visibility, metadata } = publication;
  const { gateway, cluster, authentication } = publication;
  const published =
    createdBy === null
      ? time(createdAt)
      : t('overview.publishedBy', {
          time: time(createdAt),
          who: createdBy,
        });
  const facts = [
    { label: t('overview.published'), text: published },
    { label: t('overview.updated'), text: time(updatedAt) },
    {
      label: t('overview.visibleTo'),
      text: t(`publication.visibility.${visibility}`),
    },
    {
      label: t('overview.allowedTenants'),
      text: authentication.allowedTenants.join(', '),
    },
    {
      label: t('overview.gateway'),
      text: t('overview.gatewayOf', { gateway, cluster }),
    },
  ];
  const entries = Object.entries(metadata);
  return (
    <Section title={t('overview.about')}>
      <div className={classes.facts}>
        {facts
          .filter(({ text }) => text)
          .map(({ label, text }) => (
            <Labelled key={label} label={label}>
              <Typography variant="body2">{text}</Typography>
            </Labelled>
          ))}
      </div>
      {entries.length > 0 && (
        <Labelled label={t('overview.metadata')}>
          {entries.map(([name, value]) => (
            <Typography key={name} variant="body2">
              {`${name}: ${value}`}
            </Typography>
          ))}
        </Labelled>
      )}
    </Section>
  );
}
