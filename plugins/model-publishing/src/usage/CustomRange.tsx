import { MAX_USAGE_SPANS } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useState } from 'react';
import { useTexts } from '../translation/useTexts';
import { fromLocalTime, toLocalTime } from './localTime';
import { askedRangeOf, UsageRange } from './usageRange';

const DAY_MS = 24 * 60 * 60_000;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
}));

export interface CustomRangeProps {
  /** What the fields begin with. */
  range: UsageRange;
  onChoose(range: UsageRange): void;
}

/** A time between two others, in the user's time zone. */
export function CustomRange({ range, onChoose }: CustomRangeProps) {
  const t = useTexts();
  const classes = useStyles();
  const [values, setValues] = useState(() => {
    const now = new Date();
    const { from, to } = askedRangeOf(range, now);
    return {
      from: toLocalTime(new Date(from)),
      to: toLocalTime(to === undefined ? now : new Date(to)),
    };
  });
  const [isChecked, setIsChecked] = useState(false);
  const from = fromLocalTime(values.from);
  const to = fromLocalTime(values.to);
  const problem = problemOf(from, to);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (from && to && !problem) {
      onChoose({ from: from.toISOString(), to: to.toISOString() });
    }
  };
  const errors = isChecked && problem;
  return (
    <form className={classes.root} onSubmit={submit} noValidate>
      {(['from', 'to'] as const).map(name => (
        <TextField
          key={name}
          id={`usage-${name}`}
          type="datetime-local"
          size="small"
          variant="outlined"
          label={t(`usageOverTime.range.${name}`)}
          InputLabelProps={{ shrink: true }}
          value={values[name]}
          error={errors && errors.field === name}
          helperText={
            errors && errors.field === name
              ? t(`usageOverTime.range.problem.${errors.problem}`)
              : undefined
          }
          onChange={({ target }) =>
            setValues(previous => ({ ...previous, [name]: target.value }))
          }
        />
      ))}
      <Button type="submit" variant="outlined">
        {t('usageOverTime.range.show')}
      </Button>
    </form>
  );
}

/** What the backend would refuse. */
function problemOf(from: Date | undefined, to: Date | undefined) {
  if (!from) {
    return { field: 'from', problem: 'missing' } as const;
  }
  if (!to) {
    return { field: 'to', problem: 'missing' } as const;
  }
  if (to <= from) {
    return { field: 'to', problem: 'order' } as const;
  }
  return to.getTime() - from.getTime() > (MAX_USAGE_SPANS - 1) * DAY_MS
    ? ({ field: 'from', problem: 'tooLong' } as const)
    : undefined;
}
