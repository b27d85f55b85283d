import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import http from 'node:http';
import { consoleAddressOf } from './consoleAddressOf';
import { openTestRequest } from './openTestRequest';
import { testFailureOf } from './testFailureOf';
import { TestRequestSender } from './TestRequestSender';

export interface TestRequestLimits {
  /** For everything, from the connection to the last byte, in milliseconds. */
  timeoutMs: number;
  /** Of the answer's body; what is beyond is cut off. */
  answerBytes: number;
}

/** Sends test requests over HTTP. */
export function createTestRequestSender(
  limits: TestRequestLimits,
): TestRequestSender {
  return async function* send(gateway, request, signal) {
    const began = performance.now();
    const msSoFar = () => Math.round(performance.now() - began);
    const deadline = AbortSignal.timeout(limits.timeoutMs);
    const opened = openTestRequest(
      consoleAddressOf(gateway, request.hostname),
      request,
      AbortSignal.any([signal, deadline]),
    );
    try {
      const answer = await opened.answer;
      yield {
        type: 'response',
        status: answer.statusCode ?? 0,
        headers: headersOf(answer),
        latencyMs: msSoFar(),
      };
      const truncated = yield* bodyOf(answer, limits.answerBytes);
      yield { type: 'end', durationMs: msSoFar(), truncated };
    } catch (error) {
      if (!signal.aborted) {
        yield testFailureOf(error, { isLate: deadline.aborted, limits });
      }
    } finally {
      opened.close();
    }
  };
}

/** @returns whether something was cut off */
async function* bodyOf(
  answer: AsyncIterable<Uint8Array>,
  bytesMax: number,
): AsyncGenerator<TestEvent, boolean> {
  const decoder = new TextDecoder();
  let left = bytesMax;
  for await (const chunk of answer) {
    const text = decoder.decode(chunk.subarray(0, left), { stream: true });
    if (text) {
      yield { type: 'data', text };
    }
    if (chunk.length > left) {
      return true;
    }
    left -= chunk.length;
  }
  const text = decoder.decode();
  if (text) {
    yield { type: 'data', text };
  }
  return false;
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}
