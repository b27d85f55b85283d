import {
  TestEndpoint,
  TestEvent,
  TestFailure,
} from '@inference-portal/plugin-model-publishing-common';
import { PresetId } from './Preset';

/** What was sent. */
export interface TestRequest {
  preset: PresetId;
  endpoint: TestEndpoint;
  /** undefined: the publishing tenant, or the only one that comes into question. */
  keyTenant: string | undefined;
  /** As it stood in the editor. */
  text: string;
  body: Record<string, unknown> | undefined;
}

export type TestOutcome =
  | { state: 'running' }
  | { state: 'done'; durationMs: number; truncated: boolean }
  | { state: 'stopped' }
  /** There is no complete answer of the model. */
  | { state: 'failed'; reason: TestFailure }
  /** The portal has sent nothing to the model. */
  | { state: 'refused'; error: Error };

/** What has come back of a request so far. */
export interface TestAnswer {
  request: TestRequest;
  response?: {
    status: number;
    /** By lower-case name. */
    headers: Record<string, string>;
    latencyMs: number;
  };
  body: string;
  outcome: TestOutcome;
}

/** The answer before anything has come. */
export function noAnswerYet(request: TestRequest): TestAnswer {
  return { request, body: '', outcome: { state: 'running' } };
}

/** The answer with what has come next. */
export function withEvent(answer: TestAnswer, event: TestEvent): TestAnswer {
  switch (event.type) {
    case 'response': {
      const { type: _, ...response } = event;
      return { ...answer, response };
    }
    case 'data':
      return { ...answer, body: answer.body + event.text };
    case 'end': {
      const { durationMs, truncated } = event;
      return { ...answer, outcome: { state: 'done', durationMs, truncated } };
    }
    case 'error':
      return { ...answer, outcome: { state: 'failed', reason: event.reason } };
    default:
      throw new Error(`Unexpected event ${event satisfies never}`);
  }
}

/** The answer of a request that has come to an end without a word of the gateway. */
export function withOutcome(
  answer: TestAnswer,
  outcome: TestOutcome,
): TestAnswer {
  return answer.outcome.state === 'running' ? { ...answer, outcome } : answer;
}
