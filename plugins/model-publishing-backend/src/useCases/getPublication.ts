import { PublicationDetail } from '@inference-portal/plugin-model-publishing-common';
import { primaryKeyOf } from '../keys/changeKeyring';
import { publicationView } from '../publications/publicationView';
import { Principal } from '../tenancy/Principal';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/** One published model, with the hint of its tenant's primary key; the key itself is not shown again. */
export async function getPublication(
  deps: UseCaseDependencies,
  principal: Principal,
  selector: PublicationSelector,
): Promise<PublicationDetail> {
  const { runtime, state } = await deps.publications.require(
    principal,
    selector,
  );
  const key = primaryKeyOf(state.keyring, state.tenant);
  return {
    ...publicationView(state, runtime.gateway, runtime.conditionsOf(state)),
    apiKey: null,
    apiKeyId: key?.id ?? null,
    apiKeyHint: key?.hint ?? null,
    apiKeyReason: key ? 'not-revealed' : 'no-key',
  };
}
