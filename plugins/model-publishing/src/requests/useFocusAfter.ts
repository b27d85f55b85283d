import { RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus close by when a dialog closes: the button that has opened it may be gone by then.
 *
 * @returns what gets the focus; it needs a tabIndex of -1
 */
export function useFocusAfter(isOpen: boolean): RefObject<HTMLDivElement> {
  const region = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      region.current?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return region;
}
