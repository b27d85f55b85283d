import {
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** From what a write in memory takes to what the longest wait of a caller may. */
const BOUNDARIES_SECONDS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];

/** A histogram of how long something takes, in seconds. */
export function durationHistogram(
  service: Pick<MetricsService, 'createHistogram'>,
  { name, description }: { name: string; description: string },
): MetricsServiceHistogram {
  return service.createHistogram(name, {
    description,
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
  });
}
