import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { claimOf, claimRuleOf } from '../claims/claimOf';
import { addPendingKey } from '../keys/changeKeyring';
import { IssuedKey } from '../keys/issueKey';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';
import { bringIntoForce, bringNotedIntoForce } from './issuance';
import { addressTaken, alreadyPublished } from './publishConflicts';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * Brings a publication up, from the first write on, with its first key, if it has keys. Whatever fails, everything is taken back.
 *
 * @param options.begun - the state is there already: the same request was cut off before
 * @param options.requireAlone - throws when the model was published elsewhere at the same moment
 * @throws ConflictError when the model is published already, or its address is taken
 */
export async function bringUp(
  deps: Pick<UseCaseDependencies, 'clock'>,
  runtime: GatewayRuntime,
  state: PublicationState,
  key: IssuedKey | undefined,
  options: { begun: boolean; requireAlone: () => Promise<void> },
): Promise<PublicationState> {
  await runtime.guard.ensure();
  if (!options.begun) {
    await createState(runtime, key ? addPendingKey(state, key.record) : state);
  }
  try {
    // The state comes first, so that a claim without a state is nobody's and needs no guessing after a crash.
    await options.requireAlone();
    await takeClaim(runtime, state);
    const published = key
      ? await (options.begun ? bringIntoForce : bringNotedIntoForce)(
          deps,
          runtime,
          state,
          key,
        )
      : state;
    await runtime.converge(state.id);
    return published;
  } catch (error) {
    // What an earlier attempt has begun may be in use by now.
    if (!options.begun) {
      await takeBack(runtime, state, key, error);
    }
    throw error;
  }
}

async function createState(
  runtime: GatewayRuntime,
  state: PublicationState,
): Promise<void> {
  try {
    await runtime.states.create(state);
  } catch (error) {
    throw error instanceof ConflictError
      ? alreadyPublished(state.model)
      : error;
  }
}

async function takeClaim(
  runtime: GatewayRuntime,
  state: PublicationState,
): Promise<void> {
  if (
    (await runtime.claims.take(
      state,
      claimOf(state.configuration, claimRuleOf(runtime, state)),
    )) !== state.id
  ) {
    throw addressTaken(state.configuration);
  }
}

/** Takes back what this call has made, and nothing that somebody has made or used since. */
async function takeBack(
  runtime: GatewayRuntime,
  state: PublicationState,
  key: IssuedKey | undefined,
  cause: unknown,
): Promise<void> {
  try {
    const { intent } = await runtime.states.update(state, current =>
      current.keyring.some(
        other => other.state === 'active' && other.id !== key?.record.id,
      )
        ? current
        : { ...current, intent: 'deleting' },
    );
    if (intent === 'deleting') {
      await runtime.converge(state.id);
    }
  } catch (error) {
    if (error instanceof NotFoundError) {
      return;
    }
    throw new ServiceUnavailableError(
      `Model "${state.model}" was published in part only (${messageOf(
        cause,
      )}) and could not be taken back at once; look at its status, or unpublish it`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
