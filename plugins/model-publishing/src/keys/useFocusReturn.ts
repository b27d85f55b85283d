import { useEffect, useRef } from 'react';

/**
 * Brings the focus back when a dialog is closed: a menu item that has opened it is gone by then, and a row can be.
 *
 * @param isOpen - whether a dialog is open
 * @returns what to call with the element to go back to; where that is gone, the other one gets the focus
 */
export function useFocusReturn(isOpen: boolean) {
  const origin = useRef<HTMLElement | null>(null);
  const fallback = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const target = origin.current?.isConnected
        ? origin.current
        : fallback.current;
      target?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    fallback,
    returnTo(element: HTMLElement | null) {
      origin.current = element;
    },
  };
}
