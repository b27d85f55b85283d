import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';
import { detailTexts } from './activityWords';

const useStyles = makeStyles({
  // Names of Kubernetes objects have no place to break at.
  root: { overflowWrap: 'anywhere', minWidth: 200 },
});

/** What else is known of it. */
export function DetailsCell({ activity }: { activity: Activity }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {detailTexts(t, activity).map(text => (
        <div key={text}>{text}</div>
      ))}
    </div>
  );
}
