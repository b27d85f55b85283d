import {
  getUsageOperation,
  usageReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { usageCsvOf } from './usageCsvOf';
import { route } from './route';

export const getUsageRoute = route({
  operation: getUsageOperation,
  permission: usageReadPermission,
  handler: async ({ caller, params, query, useCases }) => {
    const { tenant, cluster, format, ...request } = query;
    const selector = { ...params, tenant, cluster };
    const usage = await useCases.getUsage(caller, selector, request);
    if (format === 'json') {
      return { body: usage };
    }
    return {
      media: 'text/csv',
      body: usageCsvOf(usage),
      // A model's name is a DNS label, so nothing in it needs to be escaped.
      headers: {
        'Content-Disposition': `attachment; filename="usage-${params.model}.csv"`,
      },
    };
  },
});
