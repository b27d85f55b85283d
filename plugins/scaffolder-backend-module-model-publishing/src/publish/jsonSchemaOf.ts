import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { z } from 'zod';

type ActionSchema = NonNullable<NonNullable<TemplateAction['schema']>['input']>;

/**
 * The JSON Schema by which the scaffolder checks and documents an action. `createTemplateAction` makes it from zod 3,
 * and the schemas of the REST API, which are the source here, are zod 4.
 */
export function jsonSchemaOf(schema: z.ZodType): ActionSchema {
  // Draft 7 is what the scaffolder's validator reads; the two libraries only type it differently.
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
  }) as ActionSchema;
}
