import { makeStyles } from '@material-ui/core/styles';

/** Words about what is wrong are written like all others: the theme's red is too pale for text. Border and icon are red. */
export const useProblemStyles = makeStyles(theme => ({
  text: {
    '&.Mui-error, & .Mui-error': { color: theme.palette.text.primary },
  },
  icon: {
    color: theme.palette.error.main,
    marginRight: theme.spacing(0.5),
    verticalAlign: 'text-bottom',
    fontSize: '1.25em',
  },
}));
