import {
  UsageGrouping,
  UsageGroup,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { stringify } from 'csv-stringify/sync';

const GROUP_COLUMNS: Record<UsageGrouping, Array<keyof UsageGroup>> = {
  status: ['status'],
  tokenType: ['tokenType'],
  tenant: ['tenant'],
  key: ['tenant', 'keyId'],
};

/**
 * Usage over time as CSV (RFC 4180), a line for each point. Statuses and types of tokens come from outside, so what a
 * spreadsheet would take for a formula is marked as text.
 */
export function usageCsvOf({ groupBy, series }: UsageSeries): string {
  const groupColumns = groupBy ? GROUP_COLUMNS[groupBy] : [];
  const lines = series.flatMap(({ measure, group, points }) =>
    points.map(({ start, value }) => ({ ...group, start, measure, value })),
  );
  return stringify(lines, {
    header: true,
    columns: ['start', 'measure', ...groupColumns, 'value'],
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
