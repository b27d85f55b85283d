import { createContext, useContext } from 'react';

/** Asks the user whether the publication of the page is to be removed; null where nobody can be asked. */
export const UnpublishContext = createContext<(() => void) | null>(null);

/** @returns what opens the question, which belongs to the page, because it outlives what it is about */
export function useUnpublishQuestion(): (() => void) | null {
  return useContext(UnpublishContext);
}
