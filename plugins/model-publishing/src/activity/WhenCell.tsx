import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { TimeAgo } from '../formats/TimeAgo';
import { useFormats } from '../formats/useFormats';

const useStyles = makeStyles({ root: { whiteSpace: 'nowrap' } });

/** How long ago it was, and when. */
export function WhenCell({ at }: { at: string }) {
  const classes = useStyles();
  const formats = useFormats();
  return (
    <div className={classes.root}>
      <TimeAgo time={at} />
      <Typography variant="caption" component="div" color="textSecondary">
        {formats.time(at)}
      </Typography>
    </div>
  );
}
