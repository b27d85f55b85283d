import {
  ModelQuery,
  modelSortSchema,
  modelTypeSchema,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { ListRequest } from '../paging/useListState';

const flag = z.enum(['true', 'false']);

/** What the list of models can be narrowed to and sorted by. */
export const MODEL_LIST = {
  filters: {
    tenant: tenantIdSchema,
    cluster: z.string().min(1).max(253),
    type: modelTypeSchema,
    ready: flag,
    published: flag,
  },
  sorts: modelSortSchema,
  defaultSort: { by: 'name', order: 'asc' },
} as const;

/** The same as the client asks for it. */
export function modelQueryOf({
  ready,
  published,
  ...query
}: ListRequest<
  typeof MODEL_LIST.filters,
  z.output<typeof MODEL_LIST.sorts>
>): ModelQuery {
  return {
    ...query,
    ...(ready && { ready: ready === 'true' }),
    ...(published && { published: published === 'true' }),
  };
}
