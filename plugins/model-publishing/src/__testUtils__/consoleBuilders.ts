import { TestEvent } from '@inference-portal/plugin-model-publishing-common';

type Response = Extract<TestEvent, { type: 'response' }>;

/** The head of a model's answer. */
export function aResponse(overrides: Partial<Response> = {}): Response {
  return {
    type: 'response',
    status: 200,
    headers: { 'content-type': 'application/json' },
    latencyMs: 12,
    ...overrides,
  };
}

/** The head of a streamed answer. */
export const STREAMED = {
  headers: { 'content-type': 'text/event-stream' },
};

/** A part of an answer's body. */
export const aPart = (text: string): TestEvent => ({ type: 'data', text });

/** A word of a streamed chat, as the model sends it. */
export const aWord = (content: string): TestEvent =>
  aPart(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);

/** The end of an answer. */
export const anEnd = (truncated = false): TestEvent => ({
  type: 'end',
  durationMs: 34,
  truncated,
});

/** Events at once. */
export async function* atOnce(...events: TestEvent[]) {
  yield* events;
}

/** Something that a test waits for, or makes others wait for. */
export function aGate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open: () => open(), opened };
}
