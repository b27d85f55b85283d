import { ConflictError } from '@backstage/errors';
import {
  AcceptedConfiguration,
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { claimOf } from '../claims/ClaimStore';
import { RuleViolationError } from '../errors/requestProblems';
import { addPendingKey } from '../keys/changeKeyring';
import { issueKey } from '../keys/issueKey';
import { ObservedModel } from '../models/ModelDirectory';
import { publicationIdOf } from '../names';
import { acceptConfiguration } from '../publications/acceptConfiguration';
import { publicationView } from '../publications/publicationView';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import {
  PublicationState,
  STATE_SCHEMA_VERSION,
} from '../state/PublicationState';
import { Principal } from '../tenancy/Principal';
import { bringUp } from './bringUp';
import { addressTaken, alreadyPublished } from './publishConflicts';
import { UseCaseDependencies } from './UseCaseDependencies';

/** Makes a model reachable from outside, and issues the first key for its tenant. */
export async function publish(
  deps: UseCaseDependencies,
  principal: Principal,
  modelName: string,
  config: PublicationConfig,
): Promise<Published> {
  const tenant = deps.access.requireTenant(
    principal,
    config.tenantId,
    config.cluster,
  );
  const model = deps.models.require(tenant, modelName);
  const runtime = gatewayFor(deps, config, tenant.cluster);
  runtime.requireSynced();
  const configuration = acceptConfiguration(config, {
    model: modelName,
    modelType: config.modelType ?? model.modelType,
    gateway: runtime.gateway,
    limits: deps.config.limits,
    tenants: deps.config.tenants.map(({ namespace }) => namespace),
  });
  requireReady(model);
  await requireUnpublished(deps, model);

  const id = publicationIdOf({
    namespace: tenant.namespace,
    kind: model.kind,
    model: modelName,
  });
  await requireAddressFree(runtime, id, configuration);

  const now = deps.clock();
  const state: PublicationState = {
    schemaVersion: STATE_SCHEMA_VERSION,
    id,
    uid: deps.newUid(),
    cluster: tenant.cluster,
    tenant: tenant.namespace,
    kind: model.kind,
    model: modelName,
    gateway: runtime.gateway.name,
    intent: 'serving',
    configuration,
    keyring: [],
    createdAt: now.toISOString(),
    createdBy: principal.name,
    updatedAt: now.toISOString(),
  };
  const { prefix } = deps.config.keys;
  const { random } = deps;
  const key = issueKey({
    prefix,
    tenant: tenant.namespace,
    createdBy: principal.name,
    random,
    now,
  });
  const published = await bringUp(
    deps.clock,
    runtime,
    addPendingKey(state, key.record),
    key,
  );
  const accepted = await runtime.probe.untilAccepted(published, key.value);
  return {
    ...publicationView(
      published,
      runtime.gateway,
      runtime.conditionsOf(published),
    ),
    apiKey: key.value.reveal(),
    apiKeyId: key.record.id,
    apiKeyHint: key.record.hint,
    apiKeyReason: 'issued',
    effective: accepted ? 'now' : 'pending',
  };
}

/** Refuses a taken address before anything is written; a race is decided by the claim itself. */
async function requireAddressFree(
  runtime: GatewayRuntime,
  id: string,
  configuration: AcceptedConfiguration,
): Promise<void> {
  const holder = await runtime.claims.holderOf(claimOf(configuration));
  if (holder !== undefined && holder !== id) {
    throw addressTaken(configuration);
  }
}

function gatewayFor(
  deps: UseCaseDependencies,
  config: PublicationConfig,
  cluster: string,
): GatewayRuntime {
  const candidates = deps.gateways.filter(
    ({ gateway }) => gateway.cluster === cluster,
  );
  const found = config.gateway
    ? candidates.find(({ gateway }) => gateway.name === config.gateway)
    : candidates[0];
  if (!found) {
    const names =
      candidates.map(({ gateway }) => gateway.name).join(', ') || 'none';
    throw new RuleViolationError([
      {
        field: 'config.gateway',
        problem: `must be one of the tenant's gateways: ${names}`,
      },
    ]);
  }
  return found;
}

function requireReady(model: ObservedModel): void {
  if (!model.ready) {
    throw new ConflictError(
      `Model is not ready: ${model.reason ?? 'KServe gives no reason'}`,
    );
  }
  if (!model.upstream.ok) {
    throw new ConflictError(
      `Model cannot be published: ${model.upstream.message}`,
    );
  }
}

async function requireUnpublished(
  deps: UseCaseDependencies,
  model: ObservedModel,
): Promise<void> {
  const found = await deps.publications.find(model.tenant, model.name);
  if (found?.state.intent === 'deleting') {
    throw new ConflictError(
      `Model "${model.name}" is being unpublished; try again in a moment`,
    );
  }
  if (found) {
    throw alreadyPublished(model.name);
  }
}
