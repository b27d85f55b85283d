import { ActivityOutcome } from '@inference-portal/plugin-model-publishing-common';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import { useTexts } from '../translation/useTexts';

const ICONS = { success: CheckCircleOutline, failure: ErrorOutline };

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  success: { color: theme.palette.success.main },
  failure: { color: theme.palette.error.main },
}));

/** Whether it was done, in a word; icon and colour repeat it. */
export function OutcomeCell({ outcome }: { outcome: ActivityOutcome }) {
  const t = useTexts();
  const classes = useStyles();
  const Icon = ICONS[outcome];
  return (
    <span className={classes.root}>
      <Icon className={classes[outcome]} fontSize="small" aria-hidden="true" />
      {t(`activity.outcome.${outcome}`)}
    </span>
  );
}
