import {
  AcceptedConfiguration,
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { CAPABILITIES_PATIENCE_MS } from '../capabilities/GatewayCapabilities';
import { claimOf, claimRuleOf } from '../claims/claimOf';
import { addPendingKey } from '../keys/changeKeyring';
import { assignPlaces } from '../limits/assignPlaces';
import { ObservedModel } from '../models/ModelDirectory';
import { publicationIdOf } from '../names';
import { acceptConfiguration } from '../publications/acceptConfiguration';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import {
  PublicationState,
  STATE_SCHEMA_VERSION,
} from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { publicationAccessOf } from '../tenancy/publicationAccess';
import { decideModelType } from './decideModelType';
import { acceptanceContextOf } from './acceptanceContext';
import { bringUp } from './bringUp';
import { isOfRequest, keyOfRequest, makeKey, repeatedAnswer } from './issuance';
import { requireExpiry } from './requireExpiry';
import { MutationRequest } from './MutationRequest';
import {
  FoundPublication,
  notePublication,
  noteTenant,
} from './PublicationDirectory';
import { addressTaken, alreadyPublished } from './publishConflicts';
import { requireKept } from '../state/requireKept';
import { requireNotRepeated } from './requireNotRepeated';
import { gatewayFor } from './gatewayFor';
import { requireReady } from './requireReady';
import { requireRoom } from './requireRoom';
import { untilInForce } from './untilInForce';
import { UseCaseDependencies } from './UseCaseDependencies';
import { viewFor } from './viewFor';

/** Makes a model reachable from outside, and issues the first key for its tenant. */
export async function publish(
  deps: UseCaseDependencies,
  caller: Caller,
  modelName: string,
  config: PublicationConfig,
  request?: MutationRequest,
): Promise<Published> {
  const draft = await draftPublication(deps, caller, modelName, config);
  const { runtime, existing } = draft;
  const isOwnRetry =
    existing !== undefined && isOfRequest(deps, existing.state, request);
  const done = isOwnRetry && keyOfRequest(deps, existing.state, request);
  if (done) {
    const found = { ...existing, access: 'publisher' as const };
    const { key: _key, ...answer } = await repeatedAnswer(
      deps,
      existing.runtime,
      existing.state,
      done,
    );
    return { ...viewFor(deps, caller, found), ...answer };
  }
  if (!isOwnRetry) {
    requireUnpublished(existing, modelName);
    requireNotRepeated(request, { model: modelName });
  } else {
    requireKept(existing.state);
  }
  await requireAddressFree(deps, caller, runtime, draft.state);
  const state = isOwnRetry
    ? existing.state
    : { ...draft.state, requestId: request?.id };
  const key = state.configuration.authentication.requireApiKey
    ? makeKey(deps, {
        caller,
        tenant: state.tenant,
        expiresAt: requireExpiry(deps, undefined),
        request,
      })
    : undefined;
  requireRoom(runtime, key ? addPendingKey(state, key.record) : state, 'added');
  notePublication(caller, { state, access: 'publisher' });
  const published = await bringUp(deps, runtime, state, key, {
    begun: isOwnRetry,
    requireAlone: () => requireAlone(deps, runtime, state),
  });
  const accepted = await untilInForce(runtime, published, key?.value);
  return {
    ...viewFor(deps, caller, {
      runtime,
      state: published,
      access: 'publisher',
    }),
    apiKey: key?.value.reveal() ?? null,
    apiKeyId: key?.record.id ?? null,
    apiKeyHint: key?.record.hint ?? null,
    apiKeyReason: key ? 'issued' : 'public',
    modelTypeRule: draft.modelTypeRule,
    effective: accepted ? 'now' : 'pending',
  };
}

/** A publication as a request would make it, checked against everything that can be known without a write. */
export interface PublicationDraft {
  runtime: GatewayRuntime;
  /** As it would be stored, without keys. */
  state: PublicationState;
  model: ObservedModel;
  /** What has decided as what the model is published. */
  modelTypeRule: string;
  /** What is published of this model now. */
  existing: FoundPublication | undefined;
}

/**
 * @throws NotFoundError for tenants and models that the caller does not own
 * @throws RuleViolationError with every problem of the configuration
 * @throws ConflictError when the model is not ready
 */
export async function draftPublication(
  deps: UseCaseDependencies,
  caller: Caller,
  modelName: string,
  config: PublicationConfig,
): Promise<PublicationDraft> {
  const tenant = deps.access.requireTenant(
    caller.principal,
    config.tenantId,
    config.cluster,
  );
  noteTenant(caller, deps.access, tenant);
  const model = deps.models.require(tenant, modelName);
  const runtime = gatewayFor(deps, config, tenant.cluster);
  runtime.requireSynced();
  await runtime.capabilities.whenKnown(CAPABILITIES_PATIENCE_MS);
  const { modelType, rule } = await decideModelType(deps, config, model);
  if (modelType === 'openai') {
    runtime.guard.requireOpenai();
  }
  const configuration = acceptConfiguration(
    config,
    acceptanceContextOf(deps, runtime, {
      model: modelName,
      modelType,
      limitPlaces: [],
    }),
  );
  requireReady(model, modelType);
  const existing = await deps.publications.find(model.tenant, modelName);
  const now = deps.clock();
  const state: PublicationState = {
    schemaVersion: STATE_SCHEMA_VERSION,
    id: publicationIdOf({
      namespace: tenant.namespace,
      kind: model.kind,
      model: modelName,
    }),
    uid: deps.newUid(),
    cluster: tenant.cluster,
    tenant: tenant.namespace,
    kind: model.kind,
    model: modelName,
    gateway: runtime.gateway.name,
    intent: 'serving',
    configuration,
    retiring: [],
    limitPlaces: assignPlaces([], configuration, now),
    keyring: [],
    createdAt: now.toISOString(),
    createdBy: caller.principal.name,
    updatedAt: now.toISOString(),
  };
  return { runtime, state, model, modelTypeRule: rule, existing };
}

/**
 * Refuses an address that is taken, or whose listener cannot be made, before anything is written; a race is decided by
 * the claim itself, and by the version of the Gateway.
 */
export async function requireAddressFree(
  { access }: Pick<UseCaseDependencies, 'access'>,
  { principal }: Caller,
  runtime: GatewayRuntime,
  { id, configuration }: { id: string; configuration: AcceptedConfiguration },
): Promise<void> {
  const { claims, states, listeners } = runtime;
  listeners.requirePossible(configuration.publicHostname);
  const rule = claimRuleOf(runtime, { configuration });
  const holderId = await claims.holderOf(claimOf(configuration, rule));
  if (holderId === undefined || holderId === id) {
    return;
  }
  const holder = states.seen(holderId);
  const isVisible = holder && publicationAccessOf(principal, holder, access);
  throw addressTaken(
    configuration,
    isVisible
      ? `published model "${holder.model}" of tenant "${holder.tenant}"`
      : undefined,
  );
}

/** @throws ConflictError when the model is published, or just being unpublished */
export function requireUnpublished(
  existing: FoundPublication | undefined,
  model: string,
): void {
  if (existing) {
    requireKept(existing.state);
    throw alreadyPublished(model);
  }
}

/**
 * Each gateway has states of its own, so two publishes of one model on two gateways do not meet there. Each looks for
 * the other after its own state is written, so at least one of them sees it.
 *
 * @throws ConflictError
 */
async function requireAlone(
  { gateways }: Pick<UseCaseDependencies, 'gateways'>,
  runtime: GatewayRuntime,
  state: PublicationState,
): Promise<void> {
  const others = gateways.filter(
    other =>
      other !== runtime && other.gateway.cluster === runtime.gateway.cluster,
  );
  for (const { states } of others) {
    if (await states.read({ id: state.id, model: state.model })) {
      throw alreadyPublished(state.model);
    }
  }
}
