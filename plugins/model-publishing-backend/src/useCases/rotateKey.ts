import { ConflictError } from '@backstage/errors';
import { RotatedKey } from '@inference-portal/plugin-model-publishing-common';
import {
  activateKey,
  addPendingKey,
  primaryKeyOf,
  revokeKeys,
} from '../keys/changeKeyring';
import { issueKey } from '../keys/issueKey';
import { Principal } from '../tenancy/Principal';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/**
 * The previous key ends after this time even if nobody is left to revoke it, in milliseconds. Longer than the wait for
 * the gateway, so that the new key works before the old one stops.
 */
const HANDOVER_MS = 5_000;

/**
 * Replaces the primary key of the publication's tenant. The new key works before the old one stops, and the call
 * returns when both are so.
 */
export async function rotateKey(
  deps: UseCaseDependencies,
  principal: Principal,
  selector: PublicationSelector,
): Promise<RotatedKey> {
  const { runtime, state } = await deps.publications.require(
    principal,
    selector,
  );
  if (state.intent === 'deleting') {
    throw new ConflictError(`Model "${state.model}" is being unpublished`);
  }
  const { states, credentials, probe } = runtime;
  const key = issueKey({
    prefix: deps.config.keys.prefix,
    tenant: state.tenant,
    createdBy: principal.name,
    random: deps.random,
    now: deps.clock(),
  });
  await states.update(state, current => addPendingKey(current, key.record));
  await credentials.ensure(state);
  await credentials.put(state, key);
  let previous = primaryKeyOf(state.keyring, state.tenant);
  await states.update(state, current => {
    previous = primaryKeyOf(current.keyring, state.tenant);
    const now = deps.clock();
    const previousEndsAt = new Date(now.getTime() + HANDOVER_MS);
    return activateKey(current, key.record.id, { now, previousEndsAt });
  });
  const accepted = await probe.untilAccepted(state, key.value);
  if (previous) {
    const { id, tenant } = previous;
    await states.update(state, current =>
      revokeKeys(current, [id], deps.clock()),
    );
    await credentials.remove(state, { id, tenant });
  }
  return {
    modelName: state.model,
    tenantId: state.tenant,
    apiKey: key.value.reveal(),
    apiKeyId: key.record.id,
    apiKeyHint: key.record.hint,
    apiKeyReason: 'issued',
    previousKeyId: previous?.id ?? null,
    effective: accepted ? 'now' : 'pending',
  };
}
