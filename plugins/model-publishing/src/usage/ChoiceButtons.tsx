import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';

// Units are not written in capitals.
const useStyles = makeStyles({ choice: { textTransform: 'none' } });

export interface ChoiceButtonsProps<Id extends string> {
  /** What is chosen. */
  label: string;
  choices: readonly Id[];
  textOf(id: Id): string;
  chosen: Id;
  onChoose(id: Id): void;
}

/** A few choices beside each other, one of which is pressed. */
export function ChoiceButtons<Id extends string>({
  label,
  choices,
  textOf,
  chosen,
  onChoose,
}: ChoiceButtonsProps<Id>) {
  const classes = useStyles();
  return (
    <ButtonGroup size="small" aria-label={label}>
      {choices.map(id => (
        <Button
          key={id}
          className={classes.choice}
          aria-pressed={id === chosen}
          variant={id === chosen ? 'contained' : 'outlined'}
          color={id === chosen ? 'primary' : 'default'}
          onClick={() => onChoose(id)}
        >
          {textOf(id)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
