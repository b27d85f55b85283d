import { NotFoundError } from '@backstage/errors';
import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { keysOfTenants } from '../keys/consoleKeys';
import { KeyRecord } from '../keys/Keyring';
import { keyView } from '../keys/keyView';
import { Caller } from '../tenancy/Caller';
import { keyIdsAtGateway } from './keyIdsAtGateway';
import { ownTenantsIn } from './ownTenantsIn';
import { VisiblePublication } from './PublicationDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

/** Keys that a caller may see and revoke: all for the publisher, those of the own tenants for everybody else. */
export function visibleKeys(
  ...input: Parameters<typeof stoppableKeys>
): KeyRecord[] {
  return keysOfTenants(stoppableKeys(...input));
}

/** The same, and those of the test console, which are stopped together with the others. */
export function stoppableKeys(
  deps: Pick<UseCaseDependencies, 'access'>,
  caller: Caller,
  { state, access }: VisiblePublication,
): KeyRecord[] {
  if (access === 'publisher') {
    return state.keyring;
  }
  const owned = ownTenantsIn(deps, caller, state.cluster);
  return state.keyring.filter(({ tenant }) => owned.includes(tenant));
}

/** @throws NotFoundError the same for missing and for foreign keys */
export function requireKey(keys: KeyRecord[], keyId: string): KeyRecord {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) {
    throw new NotFoundError(`There is no key "${keyId}" that you may see`);
  }
  return key;
}

/** Keys as lists show them. */
export function keyViews(
  { clock }: Pick<UseCaseDependencies, 'clock'>,
  { runtime, state }: Pick<VisiblePublication, 'runtime' | 'state'>,
  keys: KeyRecord[],
): ApiKey[] {
  const surroundings = {
    allowedTenants: state.configuration.authentication.allowedTenants,
    present: keyIdsAtGateway(runtime, state),
    now: clock(),
  };
  return keys.map(key => keyView(key, surroundings));
}
