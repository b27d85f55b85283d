import {
  listPublicationsOperation,
  publicationReadPermission,
  usageReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listPublicationsRoute = route({
  operation: listPublicationsOperation,
  permission: publicationReadPermission,
  usagePermission: usageReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.listPublications(caller, query),
  }),
});
