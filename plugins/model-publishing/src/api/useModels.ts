import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageRequest } from '../paging/CursorPages';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** One page of the models in the user's tenants, or of one of them, or of one name. */
export function useModels(
  query: Partial<PageRequest> & { tenant?: string; name?: string },
  options: { enabled?: boolean } = {},
) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.models(query),
    queryFn: () => api.listModels(query),
    placeholderData: keepPreviousData,
    ...options,
  });
}
