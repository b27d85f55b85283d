import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Checkbox from '@material-ui/core/Checkbox';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  hint: { display: 'flex', gap: theme.spacing(1), whiteSpace: 'nowrap' },
  chip: { margin: 0 },
}));

export interface KeyNameProps {
  apiKey: ApiKey;
  /** Absent where the key cannot be selected. */
  selection?: { isSelected: boolean; onToggle(): void };
}

/** How a key is told from others: its hint, its name, and whether it is its tenant's primary one. */
export function KeyName({
  apiKey: { hint, name, primary },
  selection,
}: KeyNameProps) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {selection && (
        <Checkbox
          checked={selection.isSelected}
          onChange={selection.onToggle}
          size="small"
          color="primary"
          inputProps={{ 'aria-label': t('keys.select', { hint }) }}
        />
      )}
      <div>
        <div className={classes.hint}>
          <code>{hint}</code>
          {primary && (
            <Chip
              className={classes.chip}
              size="small"
              variant="outlined"
              label={t('keys.primary')}
              title={t('keys.primaryHelp')}
            />
          )}
        </div>
        {name && <Typography variant="body2">{name}</Typography>}
      </div>
    </div>
  );
}
