import { Model } from '@inference-portal/plugin-model-publishing-common';

/** A model as a row of a table. */
export type ModelRow = Model & { id: string };

export const rowOf = (model: Model): ModelRow => ({
  ...model,
  id: `${model.cluster}/${model.tenantId}/${model.name}`,
});
