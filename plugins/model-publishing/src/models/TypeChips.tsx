import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { PublicChip } from '../access/PublicChip';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  chip: { margin: 0 },
}));

export interface TypeChipsProps {
  modelType: ModelType;
  /** Why it is taken for that type. */
  rule?: string;
  /** Only of publications: false marks them as public. */
  requireApiKey?: boolean;
}

/** The type of a model, and whether it is public. */
export function TypeChips({ modelType, rule, requireApiKey }: TypeChipsProps) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Chip
        className={classes.chip}
        size="small"
        label={t(`modelType.${modelType}`)}
        title={rule}
      />
      {requireApiKey === false && <PublicChip />}
    </div>
  );
}
