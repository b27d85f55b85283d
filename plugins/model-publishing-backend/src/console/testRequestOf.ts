import {
  AcceptedConfiguration,
  publicModelNameOf,
  takesTestBody,
  TestEndpoint,
  testEndpointsOf,
} from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { GatewayTestRequest } from './TestRequestSender';

/** What somebody asks of a published model, in the words of the API. */
export interface TestQuestion {
  endpoint: TestEndpoint;
  body?: Record<string, unknown>;
}

/**
 * The request that asks a question, but for its key. Where it goes, and which model is meant, are the publication's own:
 * nothing in the question can name another.
 *
 * @throws RuleViolationError when the model has no such endpoint, or the body does not fit it
 */
export function testRequestOf(
  configuration: Pick<
    AcceptedConfiguration,
    'modelType' | 'publicHostname' | 'externalPath'
  >,
  { endpoint, body }: TestQuestion,
): Omit<GatewayTestRequest, 'key'> {
  const { modelType, publicHostname: hostname, externalPath } = configuration;
  const endpoints = testEndpointsOf(modelType);
  if (!endpoints.includes(endpoint)) {
    throw new RuleViolationError([
      {
        field: 'endpoint',
        problem: `must be one of ${endpoints.join(', ')} for this model`,
      },
    ]);
  }
  if (!takesTestBody(endpoint)) {
    requireNothing(endpoint, body);
    return { hostname, method: 'GET', path: externalPath };
  }
  const sent = requireBody(endpoint, body);
  return modelType === 'openai'
    ? {
        hostname,
        method: 'POST',
        path: `/v1/${endpoint}`,
        body: JSON.stringify(withModel(sent, publicModelNameOf(externalPath))),
      }
    : {
        hostname,
        method: 'POST',
        path: `${externalPath}/${endpoint}`,
        body: JSON.stringify(sent),
      };
}

function requireNothing(endpoint: TestEndpoint, body: TestQuestion['body']) {
  if (body) {
    throw new RuleViolationError([
      { field: 'body', problem: `cannot be sent to ${endpoint}` },
    ]);
  }
}

function requireBody(endpoint: TestEndpoint, body: TestQuestion['body']) {
  if (!body) {
    throw new RuleViolationError([
      { field: 'body', problem: `is needed for ${endpoint}` },
    ]);
  }
  return body;
}

/** The gateway tells OpenAI-compatible models of a hostname apart by this field. */
function withModel(body: Record<string, unknown>, model: string) {
  if (body.model !== undefined && body.model !== model) {
    throw new RuleViolationError([
      {
        field: 'body.model',
        problem: `must be "${model}", as which the model is published, or left out`,
      },
    ]);
  }
  return { ...body, model };
}
