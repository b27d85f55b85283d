import { useState } from 'react';

/** Which rows are selected, on whatever page. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle(id: string) {
      setIds(before => {
        const after = new Set(before);
        if (!after.delete(id)) {
          after.add(id);
        }
        return after;
      });
    },
    clear() {
      setIds(new Set());
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
