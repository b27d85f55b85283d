import {
  AccessRequestState,
  accessRequestStateSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { StoredAccessRequest } from './AccessRequestStore';

/** Where requests are kept; made by the migrations. */
export const ACCESS_REQUESTS = 'access_requests';

/** A row as it is written. */
export interface AccessRequestRow {
  id: string;
  cluster: string;
  publication_id: string;
  publication_uid: string;
  publisher_tenant: string;
  model: string;
  tenant: string;
  state: AccessRequestState;
  reason: string | null;
  requested_by: string;
  requested_at: number;
  decided_by: string | null;
  decided_at: number | null;
  decision_reason: string | null;
}

const optionalText = z
  .string()
  .nullable()
  .transform(text => text ?? undefined);
/** PostgreSQL gives large numbers as text. */
const time = z.coerce.number().transform(ms => new Date(ms));

/** A row as it is read. */
export const storedAccessRequestSchema = z
  .object({
    id: z.string(),
    cluster: z.string(),
    publication_id: z.string(),
    publication_uid: z.string(),
    publisher_tenant: z.string(),
    model: z.string(),
    tenant: z.string(),
    state: accessRequestStateSchema,
    reason: optionalText,
    requested_by: z.string(),
    requested_at: time,
    decided_by: optionalText,
    decided_at: z.union([z.null().transform(() => undefined), time]),
    decision_reason: optionalText,
  })
  .transform(
    (row): StoredAccessRequest => ({
      id: row.id,
      cluster: row.cluster,
      publicationId: row.publication_id,
      publicationUid: row.publication_uid,
      publisherTenant: row.publisher_tenant,
      model: row.model,
      tenant: row.tenant,
      state: row.state,
      reason: row.reason,
      requestedBy: row.requested_by,
      requestedAt: row.requested_at,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      decisionReason: row.decision_reason,
    }),
  );
