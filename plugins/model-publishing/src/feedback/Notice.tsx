import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { PropsWithChildren } from 'react';

type Severity = 'info' | 'warning' | 'error';

const ICONS = {
  info: InfoOutlined,
  warning: ReportProblemOutlined,
  error: ErrorOutline,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    margin: theme.spacing(1, 0),
    borderLeft: `4px solid`,
    borderColor: ({ severity }: { severity: Severity }) =>
      theme.palette[severity].main,
    backgroundColor: theme.palette.background.default,
  },
  icon: {
    color: ({ severity }: { severity: Severity }) =>
      theme.palette[severity].main,
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
}));

export interface NoticeProps {
  severity: Severity;
  title?: string;
}

/** A few sentences that must be noticed; screen readers say them when they appear. */
export function Notice({
  severity,
  title,
  children,
}: PropsWithChildren<NoticeProps>) {
  const classes = useStyles({ severity });
  const Icon = ICONS[severity];
  return (
    <div
      className={classes.root}
      role={severity === 'error' ? 'alert' : 'status'}
    >
      <Icon className={classes.icon} aria-hidden="true" />
      <div className={classes.text}>
        {title && (
          <Typography variant="subtitle2" component="div">
            {title}
          </Typography>
        )}
        <Typography variant="body2" component="div">
          {children}
        </Typography>
      </div>
    </div>
  );
}
