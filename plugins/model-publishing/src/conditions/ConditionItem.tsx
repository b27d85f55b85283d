import { Finding } from '@inference-portal/plugin-model-publishing-common';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import { useTexts } from '../translation/useTexts';

const ICONS = {
  True: CheckCircleOutline,
  False: ErrorOutline,
  Unknown: HourglassEmpty,
};

const useStyles = makeStyles(theme => ({
  // Backstage's theme cuts long texts of dense lists off.
  text: { whiteSpace: 'normal' },
  icon: { minWidth: theme.spacing(4) },
  True: { color: theme.palette.success.main },
  False: { color: theme.palette.error.main },
  Unknown: { color: theme.palette.text.secondary },
}));

/** One condition: what it is about, how it stands, why, and what to do. */
export function ConditionItem({
  title,
  condition: { status, message, advice },
}: {
  title: string;
  condition: Finding;
}) {
  const t = useTexts();
  const classes = useStyles();
  const Icon = ICONS[status];
  return (
    <ListItem disableGutters alignItems="flex-start" dense>
      <ListItemIcon className={classes.icon}>
        <Icon className={classes[status]} aria-hidden="true" />
      </ListItemIcon>
      <ListItemText
        className={classes.text}
        primary={`${title}: ${t(`conditions.${status}`)}`}
        secondary={
          <>
            {message}
            {advice && (
              <>
                <br />
                {t('conditions.advice', { advice })}
              </>
            )}
          </>
        }
      />
    </ListItem>
  );
}
