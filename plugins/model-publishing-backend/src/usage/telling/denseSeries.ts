import {
  ReportedMeasure,
  UsageTimeSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { UsageMeasure } from '@inference-portal/plugin-model-publishing-node';
import { AmountGroup } from './groupAmounts';

const REPORTED: Record<UsageMeasure, ReportedMeasure> = {
  requests: 'requests',
  responses: 'responses',
  'rate-limited': 'limited',
  tokens: 'tokens',
  calls: 'calls',
};

/** A series with a point for each of these spans, 0 where nothing was counted. */
export function denseSeries(
  { measure, group, values }: AmountGroup,
  spans: Date[],
): UsageTimeSeries {
  return {
    measure: REPORTED[measure],
    group,
    points: spans.map(start => ({
      start: start.toISOString(),
      value: values.get(start.getTime()) ?? 0,
    })),
  };
}
