import ErrorOutline from '@material-ui/icons/ErrorOutline';
import { sentence } from './sentence';
import { useProblemStyles } from './useProblemStyles';

export interface FieldHelpProps {
  problem?: string;
  help?: string;
}

/** What stands below a field: what is wrong with it, or else its help. */
export function FieldHelp({ problem, help }: FieldHelpProps) {
  const classes = useProblemStyles();
  if (!problem) {
    return <>{help}</>;
  }
  return (
    <>
      <ErrorOutline className={classes.icon} aria-hidden="true" />
      {sentence(problem)}
    </>
  );
}
