import {
  accessRequestRoleSchema,
  accessRequestStateSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { ListDefinition } from '../paging/listAddress';

/** What the page asks for: of the publisher's requests the open ones unless others are chosen. */
export const requestStateChoiceSchema = z.enum([
  'all',
  ...accessRequestStateSchema.options,
]);
export type RequestStateChoice = z.infer<typeof requestStateChoiceSchema>;

const filters = {
  role: accessRequestRoleSchema,
  state: requestStateChoiceSchema,
};

/** The list of requests; the newest are always first. */
export const REQUEST_LIST: ListDefinition<typeof filters, 'requestedAt'> = {
  filters,
  sorts: z.literal('requestedAt'),
  defaultSort: { by: 'requestedAt', order: 'desc' },
};
