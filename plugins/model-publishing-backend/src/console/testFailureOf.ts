import {
  TestEvent,
  TestFailure,
} from '@inference-portal/plugin-model-publishing-common';
import { fieldsOf } from '../cluster/ApiStatus';
import { certificateProblem } from '../probe/certificateProblem';

/** Nothing was sent: Node's codes of connections that did not come about. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);

/** Why there is no complete answer, without Node's own words: these name addresses inside the platform. */
export function testFailureOf(
  error: unknown,
  { isLate, limits }: { isLate: boolean; limits: { timeoutMs: number } },
): TestEvent {
  const certificate = certificateProblem(error);
  if (isLate) {
    return failure(
      'timeout',
      `There was no complete answer within ${limits.timeoutMs / 1000} s`,
    );
  }
  if (certificate) {
    return failure(
      'certificate-refused',
      `The portal does not trust the certificate that the gateway shows for this hostname (${certificate})`,
    );
  }
  return NOT_CONNECTED.has(String(fieldsOf(error).code))
    ? failure('unreachable', 'The portal cannot reach the gateway')
    : failure('broken-off', 'The connection to the gateway broke off');
}

function failure(reason: TestFailure, message: string): TestEvent {
  return { type: 'error', reason, message };
}
