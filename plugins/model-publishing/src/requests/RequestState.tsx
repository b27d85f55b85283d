import {
  AccessRequest,
  AccessRequestState,
} from '@inference-portal/plugin-model-publishing-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Block from '@material-ui/icons/Block';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import Undo from '@material-ui/icons/Undo';
import { TimeAgo } from '../formats/TimeAgo';
import { useTexts } from '../translation/useTexts';

const ICONS: Record<AccessRequestState, typeof Block> = {
  pending: HourglassEmpty,
  approved: CheckCircleOutline,
  declined: Block,
  withdrawn: Undo,
};

const useStyles = makeStyles(theme => ({
  state: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
}));

/** What has become of a request, when, and why. */
export function RequestState({
  request: { state, decidedAt, decidedBy, decisionReason },
}: {
  request: AccessRequest;
}) {
  const t = useTexts();
  const classes = useStyles();
  const Icon = ICONS[state];
  return (
    <>
      <div className={classes.state}>
        <Icon fontSize="small" aria-hidden="true" />
        {t(`requests.state.${state}`)}
      </div>
      {decidedAt && (
        <Typography variant="body2" color="textSecondary">
          <TimeAgo time={decidedAt} />
          {decidedBy && ` ${t('requests.by', { name: decidedBy })}`}
        </Typography>
      )}
      {decisionReason && (
        <Typography variant="body2">
          {t('requests.because', { reason: decisionReason })}
        </Typography>
      )}
    </>
  );
}
