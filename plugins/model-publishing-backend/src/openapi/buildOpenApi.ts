import { Operation } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

const ERROR_STATUSES: Record<string, string> = {
  400: 'The request is malformed; every problem is listed',
  401: 'No valid credentials',
  403: 'Not permitted',
  404: 'There is no such thing that the caller may see',
  409: 'In conflict with what is there',
  413: 'The body is larger than 100 kB',
  422: 'Against the rules of the platform; every problem is listed',
  503: 'The Kubernetes cluster or the catalog cannot be reached',
};

const errorSchema = z.object({
  error: z.object({
    name: z.string(),
    message: z.string(),
    details: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .optional(),
  }),
});

/** The OpenAPI 3.1 document, made from the schemas that validate requests. */
export function buildOpenApi(operations: Operation[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method]: describeOperation(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Model Publishing',
      version: '1.0.0',
      description: 'Publishes KServe models through Envoy Gateway.',
    },
    servers: [{ url: '/api/model-publishing' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(errorSchema, 'output') },
    },
  };
}

function describeOperation(operation: Operation) {
  const { operationId, summary, params, query, body, response, successStatus } =
    operation;
  const hasBody = operation.method === 'post' || operation.method === 'put';
  return {
    operationId,
    summary,
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(hasBody && {
      requestBody: {
        content: { 'application/json': { schema: jsonSchema(body, 'input') } },
      },
    }),
    responses: {
      [successStatus]: {
        description: 'Success',
        content: {
          'application/json': { schema: jsonSchema(response, 'output') },
        },
      },
      ...Object.fromEntries(
        Object.entries(ERROR_STATUSES).map(([status, description]) => [
          status,
          {
            description,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
        ]),
      ),
    },
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query') {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  });
  return rest;
}
