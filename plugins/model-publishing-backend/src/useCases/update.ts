import { PreconditionFailedError } from '../errors/PreconditionFailedError';
import {
  acceptedConfigurationSchema,
  AcceptedConfiguration,
  PublicationPatch,
  Updated,
} from '@inference-portal/plugin-model-publishing-common';
import { CAPABILITIES_PATIENCE_MS } from '../capabilities/GatewayCapabilities';
import { claimOf, claimRuleOf } from '../claims/claimOf';
import { Problem, RuleViolationError } from '../errors/requestProblems';
import { assignPlaces } from '../limits/assignPlaces';
import {
  requireAcceptable,
  withDefaults,
} from '../publications/acceptConfiguration';
import { etagOf, matchesEtag } from '../publications/etagOf';
import { mergeConfiguration } from '../publications/mergeConfiguration';
import { placesOf } from '../limits/LimitPlace';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import {
  claimedAddresses,
  dropReservation,
  reserve,
  sameAddress,
  withConfiguration,
} from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { acceptanceContextOf } from './acceptanceContext';
import { VisiblePublication } from './PublicationDirectory';
import { requireAddressFree } from './publish';
import { addressTaken } from './publishConflicts';
import { requireKept } from '../state/requireKept';
import { untilInForce } from './untilInForce';
import { requireRoomForChange } from './requireRoom';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';
import { viewFor } from './viewFor';

export interface UpdateOptions {
  /** `If-Match` header. */
  ifMatch?: string;
}

/**
 * Changes what a patch names. The change is made by compare-and-swap on what is there at that moment, so concurrent
 * changes of different fields are both kept. A new address is claimed before it counts.
 */
export async function update(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  patch: PublicationPatch,
  options: UpdateOptions,
): Promise<Updated> {
  const change = await draftUpdate(deps, caller, selector, patch, options);
  const { found, wanted } = change;
  const { runtime, state } = found;
  if (etagOf(wanted) === etagOf(state.configuration)) {
    return { ...viewFor(deps, caller, found), effective: 'now' };
  }
  const commit = (current: PublicationState) =>
    withConfiguration(current, change.configurationFor(current), deps.clock());
  const isOwnAddress = claimedAddresses({
    ...state,
    reservation: undefined,
  }).some(address => sameAddress(address, wanted));
  const updated = isOwnAddress
    ? await runtime.states.update(state, commit)
    : await underReservation(deps, runtime, state, wanted, () =>
        runtime.states.update(state, commit),
      );
  await runtime.converge(state.id);
  const isMove = !sameAddress(updated.configuration, state.configuration);
  const answers = !isMove || (await untilInForce(runtime, updated));
  if (isMove && answers) {
    // Gives the former address its end, for the answer to name it.
    await runtime.converge(state.id);
  }
  return {
    ...viewFor(deps, caller, {
      ...found,
      state: (await runtime.states.read(state)) ?? updated,
    }),
    effective: answers ? 'now' : 'pending',
  };
}

/** A change as it would be made now, checked against everything that can be known without a write. */
export interface UpdateDraft {
  found: VisiblePublication;
  wanted: AcceptedConfiguration;
  /** The same change on top of a later state. */
  configurationFor(state: PublicationState): AcceptedConfiguration;
}

/**
 * @throws PreconditionFailedError when the configuration is not the one that is meant
 * @throws RuleViolationError with every problem
 * @throws ConflictError when the new address is taken, or the publication is being taken away
 */
export async function draftUpdate(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  patch: PublicationPatch,
  { ifMatch }: UpdateOptions,
): Promise<UpdateDraft> {
  const found = await deps.publications.requirePublisher(caller, {
    ...selector,
    tenant: patch.tenantId ?? selector.tenant,
    cluster: patch.cluster ?? selector.cluster,
  });
  const { runtime, state } = found;
  runtime.requireSynced();
  await runtime.capabilities.whenKnown(CAPABILITIES_PATIENCE_MS);
  requireKept(state);
  const configurationFor = (current: PublicationState) => {
    requireMatch(current, ifMatch);
    return acceptPatch(deps, runtime, current, patch);
  };
  const wanted = configurationFor(state);
  requireRoomForChange(runtime, state, {
    ...state,
    configuration: wanted,
    limitPlaces: assignPlaces(state.limitPlaces, wanted, deps.clock()),
  });
  if (!sameAddress(wanted, state.configuration)) {
    await requireAddressFree(deps, caller, runtime, {
      id: state.id,
      configuration: wanted,
    });
  }
  return { found, wanted, configurationFor };
}

function requireMatch(state: PublicationState, ifMatch: string | undefined) {
  const etag = etagOf(state.configuration);
  if (!matchesEtag(ifMatch, etag)) {
    throw new PreconditionFailedError(
      `Model "${state.model}" has been changed meanwhile (its ETag is ${etag} now); look at it and try again`,
    );
  }
}

function acceptPatch(
  deps: UseCaseDependencies,
  runtime: GatewayRuntime,
  state: PublicationState,
  patch: PublicationPatch,
): AcceptedConfiguration {
  const { configuration, tenant, model } = state;
  const context = acceptanceContextOf(deps, runtime, {
    model,
    modelType: configuration.modelType,
    limitPlaces: placesOf(state),
  });
  const wanted = mergeConfiguration(
    configuration,
    patch,
    withDefaults({ tenantId: tenant }, context),
  );
  const problems = [
    ...fixedFieldProblems(state, patch),
    ...formProblems(wanted),
  ];
  if (problems.length > 0) {
    throw new RuleViolationError(problems);
  }
  // Tenants that were allowed before are no problem of this change, even if they are gone by now.
  const { allowedTenants } = configuration.authentication;
  const tenants = [...context.tenants, ...allowedTenants];
  requireAcceptable(wanted, tenant, { ...context, tenants });
  return wanted;
}

function fixedFieldProblems(
  { configuration, gateway }: PublicationState,
  patch: PublicationPatch,
): Problem[] {
  const fixed = [
    {
      field: 'modelType',
      is: configuration.modelType,
      wanted: patch.modelType,
    },
    { field: 'gateway', is: gateway, wanted: patch.gateway },
  ];
  const { requireApiKey } = configuration.authentication;
  const wantedKeys = patch.authentication?.requireApiKey ?? requireApiKey;
  const isOpening =
    configuration.modelType === 'openai' && wantedKeys !== requireApiKey;
  const keyProblems = isOpening
    ? [
        {
          field: 'config.authentication.requireApiKey',
          problem: `is ${requireApiKey} and cannot change for an OpenAI-compatible model; unpublish the model and publish it again`,
        },
      ]
    : [];
  const changes = fixed
    .filter(({ is, wanted }) => wanted !== undefined && wanted !== is)
    .map(({ field, is }) => ({
      field: `config.${field}`,
      problem: `is "${is}" and cannot change; unpublish the model and publish it again`,
    }));
  return [...changes, ...keyProblems];
}

/** What only the merged whole can break, such as the number of metadata entries. */
function formProblems(wanted: AcceptedConfiguration): Problem[] {
  const { error } = acceptedConfigurationSchema.safeParse(wanted);
  return (error?.issues ?? []).map(({ path, message }) => ({
    field: ['config', ...path.map(String)].join('.'),
    problem: message,
  }));
}

/** Takes the claim of a new address for as long as a change is being made; whatever fails gives it back. */
async function underReservation(
  { clock }: UseCaseDependencies,
  runtime: GatewayRuntime,
  state: PublicationState,
  wanted: AcceptedConfiguration,
  commit: () => Promise<PublicationState>,
): Promise<PublicationState> {
  const { states, claims, converge } = runtime;
  const claim = claimOf(
    wanted,
    claimRuleOf(runtime, { configuration: wanted }),
  );
  const { reservation } = await states.update(state, current =>
    reserve(current, wanted, clock()),
  );
  try {
    if ((await claims.take(state, claim)) !== state.id) {
      throw addressTaken(wanted);
    }
    return await commit();
  } catch (error) {
    await states.update(state, current =>
      dropReservation(current, reservation?.since),
    );
    // Releases the claim, if it was taken.
    await converge(state.id);
    throw error;
  }
}
