import {
  getModelOperation,
  listModelsOperation,
  modelReadPermission,
  publicationReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listModelsRoute = route({
  operation: listModelsOperation,
  permission: modelReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.listModels(caller, query),
  }),
});

export const getModelRoute = route({
  operation: getModelOperation,
  permission: modelReadPermission,
  // Without it, the answer says only that the model is published.
  revealPermission: publicationReadPermission,
  handler: async ({ caller, params, query, useCases }) => ({
    body: await useCases.getModel(caller, { ...params, ...query }),
  }),
});
