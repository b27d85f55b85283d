import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useUnpublishQuestion } from '../publication/UnpublishContext';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';

const useStyles = makeStyles(theme => ({
  root: {
    borderTop: `4px solid ${theme.palette.error.main}`,
  },
  button: {
    marginTop: theme.spacing(2),
    borderColor: theme.palette.error.main,
  },
}));

/** What cannot be undone, for the publisher alone. */
export function DangerZone({
  publication: { access, phase },
}: PublicationTabProps) {
  const t = useTexts();
  const classes = useStyles();
  const onUnpublish = useUnpublishQuestion();
  if (access !== 'publisher' || !onUnpublish) {
    return null;
  }
  return (
    <div className={classes.root}>
      <Section title={t('overview.danger.title')}>
        <Typography variant="body2">
          {t('overview.danger.description')}
        </Typography>
        <Button
          className={classes.button}
          variant="outlined"
          disabled={phase === 'Unpublishing'}
          onClick={onUnpublish}
        >
          {t('publication.unpublish')}
        </Button>
      </Section>
    </div>
  );
}
