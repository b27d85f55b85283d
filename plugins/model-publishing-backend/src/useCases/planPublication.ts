import {
  Planned,
  PublicationConfig,
  PublicationPatch,
} from '@inference-portal/plugin-model-publishing-common';
import { assignPlaces } from '../limits/assignPlaces';
import { placesOf } from '../limits/LimitPlace';
import { Caller } from '../tenancy/Caller';
import {
  draftPublication,
  requireAddressFree,
  requireUnpublished,
} from './publish';
import { FoundPublication } from './PublicationDirectory';
import { requireRoom } from './requireRoom';
import { draftUpdate, UpdateOptions } from './update';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';
import { viewFor } from './viewFor';

/** What a publish would do: refused for the same reasons, and validated by the API server. Changes nothing. */
export async function planPublication(
  deps: UseCaseDependencies,
  caller: Caller,
  modelName: string,
  config: PublicationConfig,
): Promise<Planned> {
  const draft = await draftPublication(deps, caller, modelName, config);
  requireUnpublished(draft.existing, modelName);
  await requireAddressFree(deps, caller, draft.runtime, draft.state);
  requireRoom(draft.runtime, draft.state, 'added');
  const { modelTypeRule } = draft;
  return { ...(await plan(deps, caller, draft)), modelTypeRule };
}

/** What an update would do. Changes nothing. */
export async function planUpdate(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  patch: PublicationPatch,
  options: UpdateOptions,
): Promise<Planned> {
  const draft = await draftUpdate(deps, caller, selector, patch, options);
  const { runtime, state } = draft.found;
  return plan(deps, caller, {
    runtime,
    state: {
      ...state,
      configuration: draft.wanted,
      limitPlaces: assignPlaces(placesOf(state), draft.wanted, deps.clock()),
    },
  });
}

async function plan(
  deps: UseCaseDependencies,
  caller: Caller,
  { runtime, state }: FoundPublication,
): Promise<Planned> {
  const view = viewFor(deps, caller, { runtime, state, access: 'publisher' });
  const { phase: _phase, conditions: _conditions, ...publication } = view;
  return {
    dryRun: true,
    publication,
    warnings: view.warnings,
    manifests: (await runtime.validate(state)).map(object => ({ ...object })),
  };
}

/** The objects of a publication as they are to be, without secrets. */
export async function getManifests(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
): Promise<object[]> {
  const found = await deps.publications.requirePublisher(caller, selector);
  return found.runtime.manifestsOf(found.state);
}
