import { setTimeout as delay } from 'node:timers/promises';
import { StatusError } from '../errors/StatusError';
import { Exchange } from './Exchange';

/** What a test may do to a request: an error, no answer at all, a broken connection, or patience. */
export type Fault =
  | { readonly status: number }
  | 'hang'
  | 'reset'
  | { readonly delayMs: number };

/** Answers whether the request has had its answer, which may be none. Throws the error that was asked for. */
export async function injectFault(
  exchange: Exchange,
  fault: Fault,
): Promise<boolean> {
  if (fault === 'hang') {
    return true;
  }
  if (fault === 'reset') {
    exchange.request.socket.resetAndDestroy();
    return true;
  }
  if ('status' in fault) {
    throw new StatusError(
      fault.status,
      'InjectedFault',
      'This failure was asked for by a test',
    );
  }
  await delay(fault.delayMs);
  return false;
}
