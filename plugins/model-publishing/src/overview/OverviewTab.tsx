import Grid from '@material-ui/core/Grid';
import { PublicationTabProps } from '../publication/PublicationTab';
import { AboutSection } from './AboutSection';
import { AddressSection } from './AddressSection';
import { DangerZone } from './DangerZone';
import { LimitsSection } from './LimitsSection';
import { StatusSection } from './StatusSection';
import { UsageSection } from './UsageSection';

/** The first tab of a publication: everything that is worth knowing at a glance. */
export function OverviewTab({ publication }: PublicationTabProps) {
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} lg={7}>
        <AddressSection publication={publication} />
        <AboutSection publication={publication} />
      </Grid>
      <Grid item xs={12} lg={5}>
        <StatusSection publication={publication} />
        <LimitsSection publication={publication} />
        <UsageSection publication={publication} />
      </Grid>
      <Grid item xs={12}>
        <DangerZone publication={publication} />
      </Grid>
    </Grid>
  );
}
