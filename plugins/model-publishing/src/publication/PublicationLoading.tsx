import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  bar: {
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.disabledBackground,
    marginBottom: theme.spacing(2),
  },
}));

/** The outline of the page: title, tabs, and what is below them. Widths and heights in pixels. */
const OUTLINE = [
  { width: 280, height: 32 },
  { width: 560, height: 40 },
  { width: 720, height: 240 },
];

/** In the place of a publication while it is asked for. */
export function PublicationLoading() {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div role="status" aria-label={t('publication.loading')}>
      {OUTLINE.map(({ width, height }) => (
        <div
          key={height}
          className={classes.bar}
          style={{ maxWidth: width, height }}
        />
      ))}
    </div>
  );
}
