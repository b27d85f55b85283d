import {
  ApiKey,
  KeyState as State,
} from '@inference-portal/plugin-model-publishing-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

type Tone = 'success' | 'info' | 'warning' | 'error';

const TONES: Record<State, Tone> = {
  pending: 'info',
  active: 'success',
  suspended: 'warning',
  lost: 'error',
  expired: 'info',
  revoked: 'info',
};

const useStyles = makeStyles(theme => ({
  chip: {
    borderColor: ({ tone }: { tone: Tone }) => theme.palette[tone].main,
    borderWidth: 2,
    margin: 0,
  },
}));

/** What a key can do, in one word, and why where that is a surprise. The colour adds nothing to the word. */
export function KeyState({ apiKey: { state } }: { apiKey: ApiKey }) {
  const t = useTexts();
  const classes = useStyles({ tone: TONES[state] });
  const isSurprise =
    state === 'pending' || state === 'suspended' || state === 'lost';
  return (
    <>
      <Chip
        className={classes.chip}
        size="small"
        variant="outlined"
        label={t(`keys.states.${state}`)}
      />
      {isSurprise && (
        <Typography variant="body2" color="textSecondary">
          {t(`keys.explanations.${state}`)}
        </Typography>
      )}
    </>
  );
}
