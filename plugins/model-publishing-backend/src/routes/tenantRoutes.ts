import {
  listTenantsOperation,
  modelReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listTenantsRoute = route({
  operation: listTenantsOperation,
  permission: modelReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.listTenants(caller, query),
  }),
});
