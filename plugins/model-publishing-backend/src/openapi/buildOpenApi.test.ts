import {
  listModelsOperation,
  publishOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { buildOpenApi } from './buildOpenApi';

const document = buildOpenApi([publishOperation, listModelsOperation]);

describe('buildOpenApi', () => {
  it('describes parameters, body and answers of an operation', () => {
    const operation = document.paths['/models/{model}/publish']?.post;
    expect(operation).toMatchObject({
      operationId: 'publishModel',
      parameters: [{ name: 'model', in: 'path', required: true }],
      requestBody: {
        content: {
          'application/json': {
            schema: { required: ['config'], additionalProperties: false },
          },
        },
      },
      responses: { 201: {}, 400: {}, 404: {}, 409: {}, 422: {} },
    });
  });

  it('marks query parameters with a default as optional', () => {
    expect(document.paths['/models']?.get).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({
          name: 'limit',
          in: 'query',
          required: false,
        }),
      ]),
    });
  });

  it('refers only to what it holds', () => {
    const refs =
      JSON.stringify(document).match(/"#\/components\/schemas\/\w+"/g) ?? [];
    expect(new Set(refs)).toEqual(new Set(['"#/components/schemas/Error"']));
    expect(document.components.schemas.Error).toBeDefined();
  });
});
