import { NotFoundError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unpublished } from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { MutationRequest } from './MutationRequest';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/** How long a caller waits for the removal, in milliseconds; after that the answer is "still at it". */
const WAIT_MS = 15_000;

/** Takes a model off the gateway. The intent is written first, so that a crash cannot leave half of it behind. */
export async function unpublish(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  request?: MutationRequest,
): Promise<Unpublished> {
  const found = await deps.publications
    .requirePublisher(caller, selector)
    .catch(error => {
      if (error instanceof NotFoundError && request?.replay) {
        return undefined;
      }
      throw error;
    });
  if (!found) {
    // The same request was carried out before; what it was to bring about is so.
    const tenantId = selector.tenant ?? null;
    return { modelName: selector.model, tenantId, phase: 'Unpublished' };
  }
  const { runtime, state } = found;
  if (request?.replay && state.intent !== 'deleting') {
    // Published again since: that publication is not meant.
    return {
      modelName: state.model,
      tenantId: state.tenant,
      phase: 'Unpublished',
    };
  }
  await runtime.states.update(state, current =>
    current.intent === 'deleting'
      ? current
      : {
          ...current,
          intent: 'deleting',
          updatedAt: deps.clock().toISOString(),
        },
  );
  const removed = runtime.converge(state.id).then(
    async () => {
      // A courtesy: the next request finds the address gone. What counts is that the objects are.
      await runtime.probe.untilGone(state);
      return true;
    },
    // The reconciler has reported the failure and goes on by itself; the caller learns that it is not done.
    () => false,
  );
  const done = await Promise.race([
    removed,
    sleep(WAIT_MS, false, { ref: false }),
  ]);
  return {
    modelName: state.model,
    tenantId: state.tenant,
    phase: done ? 'Unpublished' : 'Unpublishing',
  };
}
