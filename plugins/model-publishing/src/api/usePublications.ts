import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageRequest } from '../paging/CursorPages';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** One page of the published models that the user may see. */
export function usePublications(page: PageRequest) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.publications(page),
    queryFn: () => api.listPublications(page),
    placeholderData: keepPreviousData,
  });
}
