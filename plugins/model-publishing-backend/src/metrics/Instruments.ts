import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Stopwatch } from './Stopwatch';

/** What metrics are made with. */
export interface Instruments {
  service: MetricsService;
  stopwatch: Stopwatch;
  clock: () => Date;
}
