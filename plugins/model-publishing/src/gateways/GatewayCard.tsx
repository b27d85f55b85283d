import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import Grid from '@material-ui/core/Grid';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { Notice } from '../feedback/Notice';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';
import { CapabilityTable } from './CapabilityTable';
import { GatewayTitleId } from './CardSection';
import { GatewayConditions } from './GatewayConditions';
import { GatewayTitle } from './GatewayTitle';
import { HostnameTable } from './HostnameTable';
import { LimitTable } from './LimitTable';
import { ListenerTable } from './ListenerTable';
import { PublicationCounts } from './PublicationCounts';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginBottom: theme.spacing(3) },
}));

/** Everything about one gateway. */
export function GatewayCard({ gateway }: { gateway: ListedGateway }) {
  const t = useTexts();
  const formats = useFormats();
  const classes = useStyles();
  const titleId = useId();
  const { cluster, freshness } = gateway;
  return (
    <Paper
      component="section"
      aria-labelledby={titleId}
      className={classes.root}
    >
      <GatewayTitle id={titleId} gateway={gateway} />
      {freshness.state === 'stale' && freshness.asOf && (
        <Notice
          severity="warning"
          title={t('gateways.stale.title', { cluster })}
        >
          {t('gateways.stale.description', {
            time: formats.time(freshness.asOf),
          })}
        </Notice>
      )}
      <GatewayTitleId.Provider value={titleId}>
        <Grid container spacing={4}>
          <Grid item xs={12} lg={6}>
            <GatewayConditions conditions={gateway.conditions} />
            <PublicationCounts gateway={gateway} />
          </Grid>
          <Grid item xs={12} lg={6}>
            <CapabilityTable gateway={gateway} />
            <LimitTable limits={gateway.capabilities.limits} />
          </Grid>
          <Grid item xs={12}>
            <HostnameTable hostnames={gateway.hostnames} />
            <ListenerTable listeners={gateway.listeners} />
          </Grid>
        </Grid>
      </GatewayTitleId.Provider>
    </Paper>
  );
}
