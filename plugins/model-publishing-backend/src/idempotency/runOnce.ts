import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { MutationRequest } from '../useCases/MutationRequest';
import {
  IdempotencyStore,
  Lease,
  RepeatableRequest,
  RequestOutcome,
} from './IdempotencyStore';

export interface RunOnceOptions {
  store: IdempotencyStore;
  logger: LoggerService;
  /** Resolves after so many milliseconds; rejects when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  clock: () => Date;
}

/** How long a request waits for the same one that is running, in milliseconds. */
const WAIT_MS = 20_000;
const FIRST_POLL_MS = 50;
const SLOWEST_POLL_MS = 500;
/** Several times within a lease (30 s), so that one failure does not lose it. */
const RENEWAL_MS = 10_000;

/**
 * Carries a request out, once for all that carry the same key. Those that come while it runs wait for it. `run` is
 * called for each of them: it answers from what the first has left behind, so that no answer needs to be kept.
 *
 * @param outcomeOf - what to remember of an answer
 * @throws ConflictError when the same request is still running after 20 s
 */
export async function runOnce<Answer>(
  options: RunOnceOptions,
  request: RepeatableRequest,
  run: (request: MutationRequest) => Promise<Answer>,
  outcomeOf: (answer: Answer) => RequestOutcome,
): Promise<Answer> {
  const { store, clock, sleep } = options;
  const id = mutationIdOf(request);
  const deadline = clock().getTime() + WAIT_MS;
  for (
    let pause = FIRST_POLL_MS;
    ;
    pause = Math.min(pause * 2, SLOWEST_POLL_MS)
  ) {
    const begun = await store.begin(request);
    switch (begun.kind) {
      case 'done':
        return run({ id, replay: true });
      case 'run':
        return runLeased(
          options,
          begun.lease,
          () => run({ id, replay: false }),
          outcomeOf,
        );
      case 'running':
        if (clock().getTime() >= deadline) {
          throw new ConflictError(
            'The same request (header Idempotency-Key) is still running; ask again in a moment',
          );
        }
        await sleep(pause);
        break;
      default:
        throw new Error(`Unexpected ${begun satisfies never}`);
    }
  }
}

async function runLeased<Answer>(
  options: RunOnceOptions,
  lease: Lease,
  run: () => Promise<Answer>,
  outcomeOf: (answer: Answer) => RequestOutcome,
): Promise<Answer> {
  const { store, logger } = options;
  const finished = new AbortController();
  void renewUntil(finished.signal, options, lease);
  try {
    const answer = await run().catch(async error => {
      await store.abandon(lease).catch(unremembered);
      throw error;
    });
    await store.complete(lease, outcomeOf(answer)).catch(unremembered);
    return answer;
  } finally {
    finished.abort();
  }

  /** What was done counts, whether it is remembered or not: the lease runs out, and the next attempt finds its traces. */
  function unremembered(error: unknown): void {
    logger.warn(
      `The end of an idempotent request was not written down: ${error}`,
    );
  }
}

async function renewUntil(
  signal: AbortSignal,
  { store, sleep, logger }: RunOnceOptions,
  lease: Lease,
): Promise<void> {
  for (;;) {
    await sleep(RENEWAL_MS, signal).catch(() => {});
    if (signal.aborted) {
      return;
    }
    await store
      .renew(lease)
      .catch(error => logger.warn(`A lease was not renewed: ${error}`));
  }
}

/** The same for the same request on every replica, also when the database has lost it. */
function mutationIdOf({ scope, key, requestHash }: RepeatableRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([scope, key, requestHash]))
    .digest('hex');
}
