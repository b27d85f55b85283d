import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { PhaseChip } from '../conditions/PhaseChip';

/** The phase of a publication in a table, and what keeps it from being published. */
export function PhaseCell({
  publication: { phase, problem },
}: {
  publication: Pick<ListedPublication, 'phase' | 'problem'>;
}) {
  return (
    <>
      <PhaseChip phase={phase} />
      {problem && (
        <Typography variant="body2" color="textSecondary" component="div">
          {problem.message}
        </Typography>
      )}
    </>
  );
}
