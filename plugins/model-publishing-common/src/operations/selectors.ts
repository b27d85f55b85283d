import { z } from 'zod';
import { modelNameSchema, tenantIdSchema } from '../names/modelRef';

/** Path of everything about one publication. */
export const PUBLICATION_PATH = '/models/:model/publish';

export const modelParams = z.strictObject({ model: modelNameSchema });

/** Query parameters that tell publications of one name apart. */
export const publicationQuery = z.strictObject({
  tenant: tenantIdSchema
    .optional()
    .describe('The publishing tenant; needed only when the name is ambiguous'),
  cluster: z
    .string()
    .min(1)
    .max(253)
    .optional()
    .describe('The cluster; needed only when the name is ambiguous'),
});

/** A query parameter that is `true` or `false`. */
export const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });
