import {
  modelTypeSchema,
  phaseSchema,
  publicationAccessSchema,
  publicationSortSchema,
  tenantIdSchema,
  visibilitySchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** A name in the configuration of the platform, as long as the backend takes it. */
const name = z.string().min(1).max(253);

/** What the list of published models can be narrowed to and sorted by. */
export const PUBLICATION_LIST = {
  filters: {
    tenant: tenantIdSchema,
    cluster: name,
    gateway: name,
    type: modelTypeSchema,
    phase: phaseSchema,
    visibility: visibilitySchema,
    access: publicationAccessSchema,
  },
  sorts: publicationSortSchema,
  defaultSort: { by: 'model', order: 'asc' },
} as const;
