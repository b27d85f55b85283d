import {
  getPublishingOptionsOperation,
  modelReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const getPublishingOptionsRoute = route({
  operation: getPublishingOptionsOperation,
  permission: modelReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.getPublishingOptions(caller, query),
  }),
});
