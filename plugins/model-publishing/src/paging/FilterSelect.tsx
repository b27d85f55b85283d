import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../translation/useTexts';
import { TableFilter } from './TableFilter';

const useStyles = makeStyles({ root: { minWidth: 130, maxWidth: 220 } });

export interface FilterSelectProps {
  filter: TableFilter;
  value: string | undefined;
  onChoose(value: string | undefined): void;
}

/** One choice that narrows a list; the browser's own, so that every keyboard and every phone can work it. */
export function FilterSelect({
  filter: { label, options },
  value = '',
  onChoose,
}: FilterSelectProps) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  return (
    <TextField
      id={id}
      className={classes.root}
      select
      label={label}
      value={value}
      onChange={event => onChoose(event.target.value || undefined)}
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      <option value="">{t('table.everything')}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
