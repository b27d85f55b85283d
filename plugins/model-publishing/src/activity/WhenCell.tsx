import Typography from '@material-ui/core/Typography';
import { TimeAgo } from '../formats/TimeAgo';
import { useFormats } from '../formats/useFormats';

/** How long ago it was, and when. */
export function WhenCell({ at }: { at: string }) {
  const formats = useFormats();
  return (
    <>
      <TimeAgo time={at} />
      <Typography variant="caption" component="div" color="textSecondary">
        {formats.time(at)}
      </Typography>
    </>
  );
}
