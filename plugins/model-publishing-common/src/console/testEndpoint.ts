import { z } from 'zod';
import { ModelType } from '../publications/publicationConfig';
import {
  OPENAI_ENDPOINTS,
  SnippetEndpoint,
  TRADITIONAL_ENDPOINTS,
} from '../snippets/SnippetRequest';

/** What the test console can ask of a model. */
export const testEndpointSchema = z.enum([
  ...TRADITIONAL_ENDPOINTS,
  ...OPENAI_ENDPOINTS,
]) satisfies z.ZodType<SnippetEndpoint>;
export type TestEndpoint = z.infer<typeof testEndpointSchema>;

/** What can be asked of models of a type. */
export function testEndpointsOf(modelType: ModelType): readonly TestEndpoint[] {
  return modelType === 'openai' ? OPENAI_ENDPOINTS : TRADITIONAL_ENDPOINTS;
}

/** Whether something is sent there; the others are only read. */
export function takesTestBody(endpoint: TestEndpoint): boolean {
  return endpoint !== 'metadata' && endpoint !== 'model';
}
