import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { Phase } from '@inference-portal/plugin-model-publishing-common';
import { useTexts } from '../translation/useTexts';

type Tone = 'success' | 'info' | 'error';

const TONES: Record<Phase, Tone> = {
  Pending: 'info',
  Published: 'success',
  Degraded: 'error',
  Unpublishing: 'info',
  Rejected: 'error',
};

const useStyles = makeStyles(theme => ({
  root: {
    borderColor: ({ tone }: { tone: Tone }) => theme.palette[tone].main,
    borderWidth: 2,
    margin: 0,
  },
}));

/** The phase of a publication in one word. The colour repeats the word and adds nothing to it. */
export function PhaseChip({ phase }: { phase: Phase }) {
  const t = useTexts();
  const classes = useStyles({ tone: TONES[phase] });
  return (
    <Chip
      className={classes.root}
      size="small"
      variant="outlined"
      label={t(`phase.${phase}`)}
    />
  );
}
