import {
  listActivityOperation,
  publicationReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listActivityRoute = route({
  operation: listActivityOperation,
  permission: publicationReadPermission,
  handler: async ({ caller, params, query, useCases }) => {
    const { tenant, cluster, ...page } = query;
    const selector = { ...params, tenant, cluster };
    return { body: await useCases.listActivity(caller, selector, page) };
  },
});
