import { useApi } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** The most that one answer holds; keys beyond are shown by their ids. */
const LIMIT = 200;

/** What people know the keys of a publication by: their names, or else their hints, by id. */
export function useKeyNames(
  ref: PublicationRef,
  options: { enabled?: boolean } = {},
) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.keyNames(ref),
    queryFn: async (): Promise<Record<string, string>> => {
      const { items } = await api.listKeys(ref, { limit: LIMIT });
      return Object.fromEntries(
        items.map(({ id, name, hint }) => [id, name ?? hint]),
      );
    },
    ...options,
  });
}
