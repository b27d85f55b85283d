import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import { TestQuestion, testRequestOf } from '../console/testRequestOf';
import { TestRequestSlots } from '../console/TestRequestSlots';
import { requireKept } from '../state/requireKept';
import { Caller } from '../tenancy/Caller';
import { ConsoleKeys } from './ConsoleKeys';
import { requireKeyTenant } from './keyTenant';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

export interface TestRequestOrder extends TestQuestion {
  /** The consumer tenant for which it counts. */
  keyTenant?: string;
}

/**
 * Asks a published model through its gateway as one of the caller's tenants. Gives what comes back as it comes; that must
 * be read, or the signal aborted.
 */
export type TestConsole = (
  caller: Caller,
  selector: PublicationSelector,
  order: TestRequestOrder,
  signal: AbortSignal,
) => Promise<AsyncIterable<TestEvent>>;

/** Test requests that run at a time. */
const SLOTS = { perCaller: 3, total: 20 };

export function createTestConsole(deps: UseCaseDependencies): TestConsole {
  const keys = new ConsoleKeys(deps);
  const slots = new TestRequestSlots(SLOTS);
  return async (caller, selector, { keyTenant, ...question }, signal) => {
    const found = await deps.publications.require(caller, selector);
    const { runtime, state } = found;
    const { requireApiKey } = state.configuration.authentication;
    const tenant = requireApiKey
      ? requireKeyTenant(deps, caller, found, keyTenant, 'keyTenant')
      : undefined;
    requireKept(state);
    const request = testRequestOf(state.configuration, question);
    caller.note({
      endpoint: question.endpoint,
      ...(tenant !== undefined && { keyTenant: tenant }),
    });
    const giveBack = slots.take(caller.principal.name);
    signal.addEventListener('abort', giveBack);
    try {
      const key =
        tenant === undefined
          ? undefined
          : await keys.keyFor({ runtime, state, caller, tenant });
      const events = deps.sendTestRequest(
        runtime.gateway,
        { ...request, key },
        signal,
      );
      return noted(events, caller, giveBack);
    } catch (error) {
      giveBack();
      throw error;
    }
  };
}

/** Tells the audit log how it went, and gives the slot back when it is over. */
async function* noted(
  events: AsyncIterable<TestEvent>,
  caller: Caller,
  giveBack: () => void,
): AsyncGenerator<TestEvent, void> {
  try {
    for await (const event of events) {
      if (event.type === 'response') {
        caller.note({ status: event.status });
      }
      if (event.type === 'error') {
        caller.note({ failure: event.reason });
      }
      yield event;
    }
  } finally {
    giveBack();
  }
}
