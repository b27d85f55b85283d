import { ServiceUnavailableError } from '@backstage/errors';
import {
  KeyAnswer,
  ReadPublication,
} from '@inference-portal/plugin-model-publishing-common';
import { freshnessOf } from '../listings/freshnessOf';
import { primaryKeyOf } from '../keys/changeKeyring';
import { Caller } from '../tenancy/Caller';
import { keyTenantsOf } from './keyTenant';
import { VisiblePublication } from './PublicationDirectory';
import { resourceOf } from './publicationResource';
import { usageSummaries } from './usageSummaries';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';
import { viewFor } from './viewFor';

/**
 * One published model, with the primary key of the caller's tenant where the platform, the policy and the caller want
 * that, and otherwise with its hint. While the cluster is away, as it was seen last.
 */
export async function getPublication(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  options: { reveal: boolean },
): Promise<ReadPublication> {
  const found = await deps.publications.require(caller, selector, {
    mayBeStale: true,
  });
  const usage = await usageSummaries(deps, caller, [found]);
  return {
    ...viewFor(deps, caller, found),
    usage: usage.get(found.state.uid),
    freshness: freshnessOf([found.runtime], deps.clock()),
    ...(await keyAnswer(deps, caller, found, options)),
  };
}

async function keyAnswer(
  deps: UseCaseDependencies,
  caller: Caller,
  found: VisiblePublication,
  { reveal }: { reveal: boolean },
): Promise<KeyAnswer> {
  const { runtime, state } = found;
  if (!state.configuration.authentication.requireApiKey) {
    return {
      apiKey: null,
      apiKeyId: null,
      apiKeyHint: null,
      apiKeyReason: 'public',
    };
  }
  const tenants = keyTenantsOf(deps, caller, found);
  const [key] = [...tenants]
    .sort((a, b) => Number(b === state.tenant) - Number(a === state.tenant))
    .flatMap(tenant => primaryKeyOf(state.keyring, tenant) ?? []);
  if (!key) {
    return {
      apiKey: null,
      apiKeyId: null,
      apiKeyHint: null,
      apiKeyReason: 'no-key',
    };
  }
  const about = { apiKeyId: key.id, apiKeyHint: key.hint };
  const mayReveal =
    reveal &&
    deps.config.keys.reveal === 'owners' &&
    caller.permitsReveal(resourceOf(state));
  if (!mayReveal) {
    return { apiKey: null, ...about, apiKeyReason: 'not-revealed' };
  }
  try {
    const value = await runtime.credentials.read(state, key);
    return value
      ? { apiKey: value.reveal(), ...about, apiKeyReason: 'revealed' }
      : { apiKey: null, ...about, apiKeyReason: 'lost' };
  } catch (error) {
    if (error instanceof ServiceUnavailableError) {
      return { apiKey: null, ...about, apiKeyReason: 'unavailable' };
    }
    throw error;
  }
}
