import { ConflictError, NotAllowedError } from '@backstage/errors';
import { RotatedKey } from '@inference-portal/plugin-model-publishing-common';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { keyTenantsOf } from './keyTenant';
import { replaceKey, RotationOrder } from './rotateKey';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';
import { requireKey, visibleKeys } from './visibleKeys';

/** Replaces one key of one of the caller's tenants. */
export async function rotateOneKey(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  keyId: string,
  order: Omit<RotationOrder, 'tenantId'>,
): Promise<RotatedKey> {
  const found = await deps.publications.require(caller, selector);
  const { tenant } = requireKey(visibleKeys(deps, caller, found), keyId);
  if (!keyTenantsOf(deps, caller, found).includes(tenant)) {
    throw new NotAllowedError(
      `The key belongs to tenant "${tenant}"; its owners can replace it, you can revoke it`,
    );
  }
  return replaceKey(deps, caller, found, {
    ...order,
    tenant,
    previousIn: state => requireReplaceable(state, keyId),
  });
}

function requireReplaceable({ keyring }: PublicationState, keyId: string) {
  const key = keyring.find(({ id }) => id === keyId);
  if (key?.state !== 'active' || key.replacedBy !== undefined) {
    throw new ConflictError(
      `Key "${keyId}" cannot be replaced: it is replaced or revoked already; create a new key`,
    );
  }
  return key;
}
