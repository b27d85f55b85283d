import { Knex } from 'knex';
import { ACCESS_REQUESTS, AccessRequestRow } from './accessRequestRow';

/** How long those who have asked can still see what became of it, in milliseconds. */
export const FAREWELL_MS = 24 * 60 * 60_000;

/**
 * Forgets requests for publications that are gone. Young ones stay: what was published a moment ago may not have been
 * seen by this replica.
 *
 * @param published - uids of all publications; it may throw as long as they are not known
 */
export async function forgetAccessRequests(
  database: Knex,
  { now, published }: { now: Date; published: () => string[] },
): Promise<void> {
  const old = now.getTime() - FAREWELL_MS;
  const rows = () =>
    database<AccessRequestRow>(ACCESS_REQUESTS).where('requested_at', '<', old);
  const asked: string[] = await rows()
    .distinct('publication_uid')
    .pluck('publication_uid');
  const kept = new Set(published());
  for (const uid of asked.filter(candidate => !kept.has(candidate))) {
    await rows().andWhere({ publication_uid: uid }).delete();
  }
}
