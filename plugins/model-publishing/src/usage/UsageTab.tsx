import { Progress } from '@backstage/core-components';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useUsage } from '../api/useUsage';
import { RequestFailed } from '../feedback/RequestFailed';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { RangeChoice } from './RangeChoice';
import { UsageOverview } from './UsageOverview';
import { UsagePanels } from './UsagePanels';
import { useUsageRange } from './useUsageRange';

const useStyles = makeStyles(theme => ({
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
}));

/** The tab with how much a publication is used, over any time. */
export function UsageTab({ publication }: PublicationTabProps) {
  const t = useTexts();
  const classes = useStyles();
  const [range, setRange] = useUsageRange();
  const [asTable, setAsTable] = useState(false);
  const { cluster, tenantId: tenant, modelName: model } = publication;
  const view = { publication: { cluster, tenant, model }, range, asTable };
  const usage = useUsage(view.publication, { range });
  return (
    <section>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('usageOverTime.title')}
      </Typography>
      <div className={classes.controls}>
        <RangeChoice range={range} onChoose={setRange} />
        <FormControlLabel
          control={
            <Switch
              color="primary"
              checked={asTable}
              onChange={(_, checked) => setAsTable(checked)}
            />
          }
          label={t('usageOverTime.asTables')}
        />
      </div>
      {usage.isError && (
        <RequestFailed
          title={t('usageOverTime.failed')}
          error={usage.error}
          onRetry={usage.refetch}
        />
      )}
      {usage.isPending && <Progress />}
      {usage.data && (
        <>
          <UsageOverview view={view} answer={usage.data} />
          <UsagePanels
            view={view}
            answer={usage.data}
            hasTokens={publication.modelType === 'openai'}
          />
        </>
      )}
    </section>
  );
}
