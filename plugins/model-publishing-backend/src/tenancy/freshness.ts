/**
 * How long what the catalog says about people is believed, in milliseconds: who leaves a Group, or whose Group loses
 * a tenant, loses access within this time.
 */
export const BELIEVED_MS = 30_000;

/**
 * Whether something may still be believed. A clock that was set back makes it old, not young.
 *
 * @param readAt - when the reading began, in milliseconds since the epoch
 */
export function isFresh(readAt: number, now: number): boolean {
  return now >= readAt && now - readAt < BELIEVED_MS;
}
