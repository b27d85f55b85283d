import SwaggerParser from '@apidevtools/swagger-parser';
import { operations as described } from '../routes/createRouter';
import { buildOpenApi } from './buildOpenApi';

const document = buildOpenApi(described);
/** As a client gets it. */
const received = () => JSON.parse(JSON.stringify(document));

const PUBLISH = '/models/{model}/publish';
const ROTATE = '/models/{model}/publish/rotate-key';
const VALIDATE = '/validate-api-key';
const LIST = '/published-models';
const TEST = '/models/{model}/publish/test-requests';
const USAGE = '/models/{model}/publish/usage';

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    operation: operation as {
      operationId: string;
      security?: unknown[];
      parameters: Array<{ name: string; in: string; required: boolean }>;
      responses: Record<string, { content: unknown }>;
    },
  })),
);

describe('buildOpenApi', () => {
  it('makes a valid OpenAPI 3.1 document, without dangling references', async () => {
    expect(document.openapi).toBe('3.1.0');
    await expect(SwaggerParser.validate(received())).resolves.toBeDefined();
  });

  it('describes every route, each under an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.sort()).toEqual(
      described.map(({ operationId }) => operationId).sort(),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(operations)(
    'has exactly the path parameters of $method $path',
    ({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter(p => p.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required }) => required)).toBe(true);
      expect(path).not.toContain(':');
    },
  );

  it('needs a bearer token for everything but the validation of keys', () => {
    const open = operations.filter(({ operation }) => operation.security);
    expect(open).toMatchObject([
      { path: VALIDATE, operation: { security: [] } },
    ]);
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components.securitySchemes).toEqual({
      bearer: { type: 'http', scheme: 'bearer' },
    });
  });

  it('marks query parameters with a default as optional', () => {
    expect(document.paths[LIST]?.get).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({
          name: 'limit',
          in: 'query',
          required: false,
          schema: expect.objectContaining({ default: 50, maximum: 200 }),
        }),
      ]),
    });
  });

  it('names the headers that an operation reads', () => {
    const headersOf = (method: string) =>
      operations
        .find(one => one.path === PUBLISH && one.method === method)
        ?.operation.parameters.filter(({ in: place }) => place === 'header')
        .map(({ name, required }) => [name, required]);
    expect(headersOf('post')).toEqual([['Idempotency-Key', false]]);
    expect(headersOf('put')).toEqual([['if-match', false]]);
    expect(headersOf('get')).toEqual([]);
  });

  it('needs a body only where there is nothing without one', () => {
    expect(document.paths[PUBLISH]?.post).toMatchObject({
      requestBody: { required: true },
    });
    expect(document.paths[ROTATE]?.post).toMatchObject({
      requestBody: { required: false },
    });
    expect(document.paths[PUBLISH]?.get).not.toHaveProperty('requestBody');
    expect(document.paths[PUBLISH]?.delete).not.toHaveProperty('requestBody');
  });

  it('refuses unknown fields in requests, and lets answers gain fields', () => {
    expect(document.paths[PUBLISH]?.post).toMatchObject({
      requestBody: {
        content: {
          'application/json': {
            schema: {
              required: ['config'],
              additionalProperties: false,
              properties: { config: { additionalProperties: false } },
            },
          },
        },
      },
    });
    for (const { operation } of operations) {
      expect(JSON.stringify(operation.responses)).not.toContain(
        '"additionalProperties":false',
      );
    }
    expect(JSON.stringify(document.components)).not.toContain(
      'additionalProperties',
    );
  });

  it.each<[string, string, string[]]>([
    [
      PUBLISH,
      'post',
      ['201', '400', '401', '403', '404', '409', '413', '422', '501', '503'],
    ],
    [PUBLISH, 'get', ['200', '400', '401', '403', '404', '409', '501', '503']],
    [
      PUBLISH,
      'delete',
      ['200', '202', '400', '401', '403', '404', '409', '422', '501', '503'],
    ],
    [
      TEST,
      'post',
      [
        '200',
        '400',
        '401',
        '403',
        '404',
        '409',
        '413',
        '422',
        '429',
        '501',
        '503',
      ],
    ],
    [VALIDATE, 'post', ['200', '400', '413', '429', '503']],
    [LIST, 'get', ['200', '400', '401', '403', '501', '503']],
    [
      USAGE,
      'get',
      ['200', '400', '401', '403', '404', '409', '422', '501', '503'],
    ],
  ])('lists what %s %s may answer', (path, method, statuses) => {
    const found = operations.find(o => o.path === path && o.method === method);
    expect(Object.keys(found?.operation.responses ?? {})).toEqual(statuses);
  });

  it.each(operations)(
    'gives all errors of $method $path one form',
    ({ operation }) => {
      const failures = Object.entries(operation.responses).filter(
        ([status]) => Number(status) >= 400,
      );
      for (const [, { content }] of failures) {
        expect(content).toEqual({
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        });
      }
      expect(document.components.schemas.Error).toMatchObject({
        required: ['error'],
        properties: { error: { required: ['name', 'message'] } },
      });
    },
  );

  it.each([
    [
      TEST,
      {
        'application/x-ndjson': {
          schema: { description: expect.stringContaining('a line') },
        },
      },
    ],
    [
      USAGE,
      {
        'application/json': {
          schema: { type: 'object', properties: { series: {} } },
        },
        'text/csv': { schema: { type: 'string' } },
      },
    ],
    [
      '/models/{model}/publish/manifests',
      { 'application/yaml': { schema: { type: 'string' } } },
    ],
    [LIST, { 'application/json': { schema: { type: 'object' } } }],
  ])('says in which formats %s answers', (path, content) => {
    const found = operations.find(o => o.path === path);
    const success = found?.operation.responses[200]?.content;
    expect(success).toMatchObject(content);
    expect(Object.keys(success ?? {})).toEqual(Object.keys(content));
  });

  it('calls times by their format', () => {
    expect(JSON.stringify(document.paths[PUBLISH]?.get)).toContain(
      '"createdAt":{"type":"string","format":"date-time"}',
    );
  });
});
