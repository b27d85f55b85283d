import { z } from 'zod';
import { ModelType } from '../publications/publicationConfig';

/** What the test console can ask of a model, by the model's type; the order is the one to offer them in. */
export const TEST_ENDPOINTS = {
  traditional: ['predict', 'explain', 'infer', 'metadata'],
  openai: [
    'chat/completions',
    'completions',
    'embeddings',
    'responses',
    'model',
  ],
} as const satisfies Record<ModelType, readonly string[]>;

/** metadata: of a traditional model. model: the same of an OpenAI-compatible one, `GET /v1/models/<name>`. */
export const testEndpointSchema = z.enum([
  ...TEST_ENDPOINTS.traditional,
  ...TEST_ENDPOINTS.openai,
]);
export type TestEndpoint = z.infer<typeof testEndpointSchema>;

/** What can be asked of models of a type. */
export function testEndpointsOf(modelType: ModelType): readonly TestEndpoint[] {
  return TEST_ENDPOINTS[modelType];
}

/** Whether something is sent there; the others are only read. */
export function takesTestBody(endpoint: TestEndpoint): boolean {
  return endpoint !== 'metadata' && endpoint !== 'model';
}
