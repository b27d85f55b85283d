import { Operation } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { idempotencyKeySchema } from '../idempotency/idempotencyKeyOf';
import { openApiSchema } from './openApiSchema';

const ERRORS = {
  400: 'The request is malformed; every problem is listed',
  401: 'No valid credentials',
  403: 'Not permitted',
  404: 'There is no such thing that the caller may see',
  409: 'In conflict with what is there',
  412: 'Changed since the ETag in If-Match was read',
  413: 'The body is larger than this operation takes',
  422: 'Against the rules of the platform; every problem is listed',
  429: 'Too many requests; the header Retry-After, where there is one, says when to ask again',
  501: 'The Kubernetes cluster lacks a resource definition, which is named',
  503: 'The Kubernetes cluster, the catalog or the database cannot be reached',
} as const;
type ErrorStatus = keyof typeof ERRORS;

const errorSchema = z.object({
  error: z.object({
    name: z.string(),
    message: z.string(),
    details: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .optional()
      .describe('Each problem of the request, with the path of its field'),
  }),
});

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same request with the same key within 24 hours has one effect',
  schema: openApiSchema(idempotencyKeySchema, 'input'),
};

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
      schemas: { Error: openApiSchema(errorSchema, 'output') },
    },
  };
}

function describeOperation(operation: Operation) {
  const { operationId, summary, params, query, headers, body } = operation;
  return {
    operationId,
    summary,
    ...(operation.open && { security: [] }),
    parameters: [
      ...parameters(params, 'path'),
      ...parameters(query, 'query'),
      ...parameters(headers, 'header'),
      ...(operation.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(takesBody(operation) && {
      requestBody: {
        // No body and an empty one are the same thing.
        required: !body.safeParse({}).success,
        content: jsonContent(openApiSchema(body, 'input')),
      },
    }),
    responses: responses(operation),
  };
}

function takesBody({ method }: Operation): boolean {
  return method === 'post' || method === 'put';
}

function responses(operation: Operation) {
  const { successStatus, mayTakeLonger } = operation;
  const success = successContent(operation);
  const error = jsonContent({ $ref: '#/components/schemas/Error' });
  return {
    [successStatus]: { description: 'Done', content: success },
    ...(mayTakeLonger && {
      202: { description: 'Begun, and not done yet', content: success },
    }),
    ...Object.fromEntries(
      errorsOf(operation).map(status => [
        status,
        { description: ERRORS[status], content: error },
      ]),
    ),
  };
}

function mayBreakRules(operation: Operation): boolean {
  return takesBody(operation) || operation.idempotent || operation.hasRules;
}

function takesIfMatch({ headers }: Operation): boolean {
  return 'if-match' in (openApiSchema(headers, 'input').properties ?? {});
}

function errorsOf(operation: Operation): ErrorStatus[] {
  if (operation.open) {
    return [400, 413, 429, 503];
  }
  const namesSomething = operation.path.includes(':');
  return [
    400,
    401,
    403,
    ...(namesSomething ? ([404, 409] as const) : []),
    ...(takesIfMatch(operation) ? [412 as const] : []),
    ...(takesBody(operation) ? [413 as const] : []),
    ...(mayBreakRules(operation) ? [422 as const] : []),
    ...(operation.throttled ? [429 as const] : []),
    501,
    503,
  ];
}

function successContent({ response, media: [first, ...others] }: Operation) {
  return {
    [first]: { schema: openApiSchema(response, 'output') },
    ...Object.fromEntries(
      others.map(media => [media, { schema: { type: 'string' } }]),
    ),
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query' | 'header') {
  const { properties = {}, required = [] } = openApiSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonContent(schema: object) {
  return { 'application/json': { schema } };
}
