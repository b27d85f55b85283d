const STORAGE_KEY = 'inference-portal.sandbox-user';

/** Remembers the chosen user in one browser tab, so that two tabs can hold two users. */
export const chosenUser = {
  read: () => sessionStorage.getItem(STORAGE_KEY) ?? undefined,
  write: (userEntityRef: string) =>
    sessionStorage.setItem(STORAGE_KEY, userEntityRef),
  clear: () => sessionStorage.removeItem(STORAGE_KEY),
};
