import { z } from 'zod';

/**
 * A schema as OpenAPI 3.1 takes it. Requests with unknown fields are refused and say so; answers may gain fields, so
 * a client that was made from this document must not refuse those.
 *
 * @throws Error for a schema that JSON Schema has no words for
 */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
      if (jsonSchema.format === 'date-time') {
        // The format says it all; zod adds half a page of regular expression.
        delete jsonSchema.pattern;
      }
    },
  });
  return rest;
}
