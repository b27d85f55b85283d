import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PortalMark } from './PortalMark';

const NAME = 'Inference Portal';

const useStyles = makeStyles(theme => ({
  root: {
    height: 2 * sidebarConfig.logoHeight,
    marginLeft: theme.spacing(2.5),
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    height: '100%',
    color: theme.palette.navigation.selectedColor,
  },
  name: { fontWeight: 'bold', whiteSpace: 'nowrap' },
}));

/** The mark, with the portal's name beside it while the sidebar is open. */
export function PortalLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label={`${NAME}, home`}
      >
        <PortalMark />
        {isOpen && (
          <Typography component="span" className={classes.name}>
            {NAME}
          </Typography>
        )}
      </Link>
    </div>
  );
}
