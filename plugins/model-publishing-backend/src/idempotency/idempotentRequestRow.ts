import { z } from 'zod';

/** Where requests are kept; made by the migrations. */
export const IDEMPOTENT_REQUESTS = 'idempotent_requests';

/** A row as it is written. */
export interface IdempotentRequestRow {
  scope: string;
  idempotency_key: string;
  request_hash: string;
  state: 'running' | 'done';
  lease_holder: string;
  lease_until: Date;
  status_code: number | null;
  key_id: string | null;
  created_at: Date;
}

/** A row as it is read. SQLite gives times as numbers, PostgreSQL as dates. */
export const storedRequestSchema = z.object({
  request_hash: z.string(),
  state: z.enum(['running', 'done']),
  lease_holder: z.string(),
  lease_until: z.coerce.date(),
  status_code: z.number().nullable(),
  key_id: z.string().nullable(),
});
export type StoredRequest = z.infer<typeof storedRequestSchema>;
