import {
  Effective,
  IssuedApiKey,
} from '@inference-portal/plugin-model-publishing-common';
import { activateKey, addPendingKey, Replacement } from '../keys/changeKeyring';
import { IssuedKey, issueKey } from '../keys/issueKey';
import { KeyRecord } from '../keys/Keyring';
import { keyView } from '../keys/keyView';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { keyIdsAtGateway } from './keyIdsAtGateway';
import { MutationRequest } from './MutationRequest';
import { UseCaseDependencies } from './UseCaseDependencies';

/** What a new key is to be. */
export interface KeyOrder {
  caller: Caller;
  /** The consumer tenant. */
  tenant: string;
  name?: string;
  expiresAt?: string;
  purpose?: KeyRecord['purpose'];
  request?: MutationRequest;
}

/** Makes a key as ordered; it counts only once it is in force. */
export function makeKey(
  { config, random, clock }: UseCaseDependencies,
  order: KeyOrder,
): IssuedKey {
  const { caller, tenant, name, expiresAt, purpose, request } = order;
  return issueKey({
    prefix: config.keys.prefix,
    tenant,
    name,
    expiresAt,
    createdBy: caller.principal.name,
    requestId: request?.id,
    purpose,
    random,
    now: clock(),
  });
}

/**
 * Brings a new key into force, in the order that survives a crash at any point: keyring (pending), gateway, keyring
 * (active). What the same request has left half done is dropped.
 *
 * @param replacementIn - finds the key that the new one replaces, in the state as it is when that counts
 * @returns the state with the key
 */
export async function bringIntoForce(
  { clock }: Pick<UseCaseDependencies, 'clock'>,
  runtime: GatewayRuntime,
  state: PublicationState,
  key: IssuedKey,
  replacementIn: (state: PublicationState) => Replacement | undefined = () =>
    undefined,
): Promise<PublicationState> {
  await runtime.states.update(state, current =>
    addPendingKey(withoutPendingOf(current, key.record.requestId), key.record),
  );
  return bringNotedIntoForce({ clock }, runtime, state, key, replacementIn);
}

/** The same for a key that the stored state holds as pending already. */
export async function bringNotedIntoForce(
  { clock }: Pick<UseCaseDependencies, 'clock'>,
  { states, credentials }: GatewayRuntime,
  state: PublicationState,
  key: IssuedKey,
  replacementIn: (state: PublicationState) => Replacement | undefined = () =>
    undefined,
): Promise<PublicationState> {
  await credentials.ensure(state);
  await credentials.put(state, key);
  return states.update(state, current =>
    activateKey(current, key.record.id, {
      now: clock(),
      replacement: replacementIn(current),
    }),
  );
}

function withoutPendingOf(
  state: PublicationState,
  requestId: string | undefined,
): PublicationState {
  const isHalfDone = (key: KeyRecord) =>
    requestId !== undefined &&
    key.requestId === requestId &&
    key.state === 'pending';
  return state.keyring.some(isHalfDone)
    ? { ...state, keyring: state.keyring.filter(key => !isHalfDone(key)) }
    : state;
}

/** A request counts as the same one for this long (product decision; the database forgets it then too). */
const SAME_REQUEST_MS = 24 * 60 * 60 * 1000;

/** Whether something was made by a request, which counts as the same one for a day. */
export function isOfRequest(
  { clock }: Pick<UseCaseDependencies, 'clock'>,
  { requestId, createdAt }: { requestId?: string; createdAt: string },
  request: MutationRequest | undefined,
): boolean {
  return (
    request !== undefined &&
    requestId === request.id &&
    clock().getTime() - Date.parse(createdAt) < SAME_REQUEST_MS
  );
}

/** The key that a request has issued before; undefined when it has not, or not to the end. */
export function keyOfRequest(
  deps: Pick<UseCaseDependencies, 'clock'>,
  { keyring }: PublicationState,
  request: MutationRequest | undefined,
): KeyRecord | undefined {
  return keyring.find(
    key => key.state !== 'pending' && isOfRequest(deps, key, request),
  );
}

/** The answer with a key that was just issued. */
export function issuedAnswer(
  deps: Pick<UseCaseDependencies, 'clock'>,
  runtime: GatewayRuntime,
  state: PublicationState,
  key: IssuedKey,
  effective: Effective,
): IssuedApiKey {
  return {
    modelName: state.model,
    tenantId: state.tenant,
    apiKey: key.value.reveal(),
    apiKeyId: key.record.id,
    apiKeyHint: key.record.hint,
    apiKeyReason: 'issued',
    key: viewOf(deps, runtime, state, key.record.id),
    effective,
  };
}

/** The answer to a request that comes again: the key from the gateway, as long as it works. */
export async function repeatedAnswer(
  deps: Pick<UseCaseDependencies, 'clock'>,
  runtime: GatewayRuntime,
  state: PublicationState,
  record: KeyRecord,
): Promise<IssuedApiKey> {
  const key = viewOf(deps, runtime, state, record.id);
  const value =
    key.state === 'active'
      ? await runtime.credentials.read(state, record)
      : undefined;
  return {
    modelName: state.model,
    tenantId: state.tenant,
    apiKey: value?.reveal() ?? null,
    apiKeyId: record.id,
    apiKeyHint: record.hint,
    apiKeyReason: value ? 'issued' : 'already-shown',
    ...(!value && { apiKeyAlreadyShown: true }),
    key,
    effective: 'now',
  };
}

function viewOf(
  { clock }: Pick<UseCaseDependencies, 'clock'>,
  runtime: GatewayRuntime,
  state: PublicationState,
  keyId: string,
) {
  const record = state.keyring.find(({ id }) => id === keyId);
  if (!record) {
    throw new Error(`Key ${keyId} is not in the keyring that it was put into`);
  }
  return keyView(record, {
    allowedTenants: state.configuration.authentication.allowedTenants,
    present: keyIdsAtGateway(runtime, state),
    now: clock(),
  });
}
