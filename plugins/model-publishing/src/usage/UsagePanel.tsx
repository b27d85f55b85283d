import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  PublicationRef,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { UseQueryResult } from '@tanstack/react-query';
import { ReactNode, useId } from 'react';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { ExportMenu } from './ExportMenu';
import { UsageChart } from './UsageChart';
import { isTimeKnown, UsageColumn, usageTableOf } from './usageTable';

/** Of a chart without its legend, in pixels. */
const HEIGHT = 220;

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), height: '100%' },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    minHeight: theme.spacing(4),
  },
  title: { flexGrow: 1 },
  body: { minHeight: HEIGHT },
}));

export interface UsagePanelProps {
  publication: PublicationRef;
  title: string;
  /** What is counted, where the title does not say it all. */
  explanation?: string;
  /** In the place of the chart when there was nothing. */
  nothing: string;
  usage: UseQueryResult<UsageSeries>;
  columnsOf(series: UsageSeries['series']): UsageColumn[];
  asTable: boolean;
  /** After the title, where there is room. */
  children?: ReactNode;
}

/** One question about usage, with the chart that answers it. */
export function UsagePanel(props: UsagePanelProps) {
  const { publication, title, explanation, usage, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper className={classes.root} component="section" aria-labelledby={id}>
      <div className={classes.head}>
        <Typography
          id={id}
          className={classes.title}
          variant="h6"
          component="h3"
        >
          {title}
        </Typography>
        {usage.data && (
          <ExportMenu
            publication={publication}
            shown={usage.data}
            title={title}
          />
        )}
        {children}
      </div>
      {explanation && (
        <Typography variant="body2" color="textSecondary" paragraph>
          {explanation}
        </Typography>
      )}
      <div className={classes.body}>
        <Answer {...props} />
      </div>
    </Paper>
  );
}

function Answer({
  title,
  nothing,
  usage,
  columnsOf,
  asTable,
}: UsagePanelProps) {
  const t = useTexts();
  if (usage.isError) {
    return (
      <RequestFailed
        title={t('usageOverTime.failed')}
        error={usage.error}
        onRetry={usage.refetch}
      />
    );
  }
  if (!usage.data) {
    return <LinearProgress aria-label={t('usageOverTime.loading')} />;
  }
  const table = usageTableOf(usage.data, columnsOf(usage.data.series));
  const total = table.columns.reduce((sum, column) => sum + column.total, 0);
  if (total === 0) {
    return (
      <Typography color="textSecondary">
        {isTimeKnown(usage.data) ? nothing : t('usageOverTime.unknown.title')}
      </Typography>
    );
  }
  return (
    <UsageChart table={table} label={title} height={HEIGHT} asTable={asTable} />
  );
}
