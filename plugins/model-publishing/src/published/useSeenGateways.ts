import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { useMemo, useState } from 'react';

/** The gateways of everything that was shown so far: who is no admin cannot ask for a list of them. */
export function useSeenGateways(
  publications: ListedPublication[] | undefined,
): string[] {
  const [seen] = useState(() => new Set<string>());
  return useMemo(() => {
    publications?.forEach(({ gateway }) => seen.add(gateway));
    return [...seen];
  }, [publications, seen]);
}
