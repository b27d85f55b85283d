import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  ModelType,
  modelTypeSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import {
  modelPublicationResourceRef,
  RuledPublication,
} from '../modelPublicationResourceRef';

const matches = (
  { modelType }: RuledPublication,
  { modelTypes }: { modelTypes: ModelType[] },
) => modelTypes.includes(modelType);

/** Publications of certain types of models. */
export const hasModelType = createPermissionRule({
  name: 'HAS_MODEL_TYPE',
  description: 'Allow published models of one of the types',
  resourceRef: modelPublicationResourceRef,
  paramsSchema: z.object({
    modelTypes: z.array(modelTypeSchema).describe('Types of models'),
  }),
  apply: matches,
  toQuery: params => publication => matches(publication, params),
});
