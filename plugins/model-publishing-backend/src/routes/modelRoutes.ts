import {
  listModelsOperation,
  modelReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listModelsRoute = route({
  operation: listModelsOperation,
  permission: modelReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.listModels(caller, query),
  }),
});
