import { endOf } from './keyView';
import { KeyRecord, Keyring } from './Keyring';

/** A key of the test console ends after this time, in milliseconds. */
export const CONSOLE_KEY_LIFE_MS = 15 * 60 * 1000;
/** One that ends sooner than this is not used any more, so that it lasts until its request is admitted, in milliseconds. */
export const CONSOLE_KEY_SPARE_MS = 60 * 1000;

/**
 * Whether a key is the test console's own: nobody ever sees it, it belongs to a tenant for its limits and usage alone, and
 * nothing of it is remembered when it has ended.
 */
export function isConsoleKey({ purpose }: Pick<KeyRecord, 'purpose'>): boolean {
  return purpose === 'console';
}

/** The keys that tenants have, and know of. */
export function keysOfTenants(keyring: Keyring): Keyring {
  return keyring.filter(key => !isConsoleKey(key));
}

/** The key that the test console can use for a tenant at a moment. */
export function usableConsoleKey(
  keyring: Keyring,
  tenant: string,
  now: Date,
): KeyRecord | undefined {
  const latest = now.getTime() + CONSOLE_KEY_SPARE_MS;
  return keyring.find(key => {
    const end = endOf(key)?.getTime() ?? 0;
    return (
      isConsoleKey(key) &&
      key.tenant === tenant &&
      key.state === 'active' &&
      end > latest
    );
  });
}
