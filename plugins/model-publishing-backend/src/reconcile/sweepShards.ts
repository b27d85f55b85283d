import { publicationIdOfClient } from '../names';
import { PublicationWorkshop } from './PublicationWorkshop';
import { unwantedBy } from './sweepKeys';

type Parts = Pick<PublicationWorkshop, 'states' | 'credentials'>;

/** OpenAI-compatible publications whose keys at the gateway are not as their keyrings say, as last seen. */
export function idsToSweep({ states, credentials }: Parts): string[] {
  const ids = new Set(
    credentials
      .sharedEntries()
      .map(({ clientId }) => publicationIdOfClient(clientId)),
  );
  return [...ids].flatMap(id => {
    const state = id === undefined ? undefined : states.seen(id);
    const entries = state && credentials.entries(state);
    return state && unwantedBy(state, entries ?? []).length > 0
      ? [state.id]
      : [];
  });
}

/**
 * Removes what belongs to no OpenAI-compatible publication from the shards of keys. A publication's state is written
 * before its first key, so an entry whose publication a fresh read does not find is nobody's.
 */
export async function sweepShards({
  states,
  credentials,
}: Parts): Promise<void> {
  for (const { shard, clientId } of credentials.sharedEntries()) {
    if (!(await isOfPublication(states, shard, clientId))) {
      await credentials.removeShared(shard, [clientId]);
    }
  }
}

async function isOfPublication(
  states: Parts['states'],
  shard: string,
  clientId: string,
): Promise<boolean> {
  const id = publicationIdOfClient(clientId);
  if (id === undefined || !id.startsWith(shard)) {
    return false;
  }
  const state = states.seen(id);
  return state
    ? state.configuration.modelType === 'openai'
    : states.existsById(id);
}
