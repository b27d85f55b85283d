import { useId } from 'react';

/** An id for a part of a drawing. The colons in React's ids would end a `url(#…)` in some browsers. */
export function useSvgId(): string {
  return `usage-${useId().replace(/:/g, '')}`;
}
