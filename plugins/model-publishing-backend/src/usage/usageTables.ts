import { UsageStep } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Tables of the migrations. */
export const COLLECTIONS = 'usage_collections';
export const TARGETS = 'usage_targets';
export const SERIES = 'usage_series';
export const AMOUNTS = 'usage_amounts';

/** PostgreSQL gives large numbers as text. */
const number = z.coerce.number();
const time = number.nullable().transform(value => value ?? undefined);

export const collectionRowSchema = z.object({
  version: number,
  lease_holder: z.string(),
  lease_until: number,
  since: time,
  collected_up_to: time,
  as_of: time,
  collected_at: time,
  problem: z.string().nullable(),
});
export type CollectionRow = z.output<typeof collectionRowSchema>;

export const targetRowSchema = z.object({
  target: z.string(),
  scraped_at: number,
  started_at: time,
});

export const seriesRowSchema = z.object({
  series: z.string(),
  target: z.string(),
  uid: z.string(),
  value: number,
  // SQLite knows no booleans.
  missing: z.coerce.boolean(),
  outlives_routes: z.coerce.boolean(),
});

/** Spans of amounts; a total begins at 0 and never ends. */
export type Span = 'total' | UsageStep;
export const SPANS: Span[] = ['total', 'minute', 'hour', 'day'];

export interface AmountRow {
  uid: string;
  span: Span;
  start: number;
  measure: string;
  detail: string;
  tenant: string;
  key_id: string;
  amount: number;
  last_at: number;
}
