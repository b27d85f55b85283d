import { mockServices } from '@backstage/backend-test-utils';
import { Begun, IdempotencyStore, RequestOutcome } from '../IdempotencyStore';
import { RunOnceOptions } from '../runOnce';

/** Remembers requests in memory, whoever holds their leases. */
class MemoryIdempotencyStore implements IdempotencyStore {
  readonly outcomes = new Map<string, RequestOutcome | undefined>();

  async begin({ scope, key }: { scope: string; key: string }): Promise<Begun> {
    const id = `${scope} ${key}`;
    const outcome = this.outcomes.get(id);
    if (outcome) {
      return { kind: 'done', outcome };
    }
    if (this.outcomes.has(id)) {
      return { kind: 'running' };
    }
    this.outcomes.set(id, undefined);
    return { kind: 'run', lease: { scope, key, holder: id } };
  }

  async renew() {}

  async complete({ holder }: { holder: string }, outcome: RequestOutcome) {
    this.outcomes.set(holder, outcome);
  }

  async abandon({ holder }: { holder: string }) {
    this.outcomes.delete(holder);
  }
}

/** Idempotency without a database. */
export function anIdempotency(): RunOnceOptions & {
  store: MemoryIdempotencyStore;
} {
  return {
    store: new MemoryIdempotencyStore(),
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
    sleep: () => new Promise(resolve => setImmediate(resolve)),
  };
}
