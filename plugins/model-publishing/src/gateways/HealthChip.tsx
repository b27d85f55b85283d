import { GatewayCondition } from '@inference-portal/plugin-model-publishing-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

type Health = GatewayCondition['status'];

const TONES = { True: 'success', False: 'error', Unknown: 'info' } as const;

const useStyles = makeStyles(theme => ({
  root: {
    borderColor: ({ health }: { health: Health }) =>
      theme.palette[TONES[health]].main,
    borderWidth: 2,
    margin: 0,
  },
}));

/** How a gateway is, in one word. The colour repeats the word and adds nothing to it. */
export function HealthChip({ health }: { health: Health }) {
  const t = useTexts();
  const classes = useStyles({ health });
  return (
    <Chip
      className={classes.root}
      size="small"
      variant="outlined"
      label={t(`gateways.health.${health}`)}
    />
  );
}
