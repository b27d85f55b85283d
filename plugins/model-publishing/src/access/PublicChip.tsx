import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    borderColor: theme.palette.warning.main,
    borderWidth: 2,
    margin: 0,
  },
}));

/** Marks a publication that needs no key. It belongs wherever a publication is shown, so that nobody overlooks it. */
export function PublicChip() {
  const t = useTexts();
  const classes = useStyles();
  return (
    <Chip
      className={classes.root}
      size="small"
      variant="outlined"
      label={t('public.label')}
      title={t('public.explanation')}
    />
  );
}
