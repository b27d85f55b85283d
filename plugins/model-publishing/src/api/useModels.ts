import { useApi } from '@backstage/core-plugin-api';
import { ModelQuery } from '@inference-portal/plugin-model-publishing-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** One page of the models in the user's tenants. */
export function useModels(
  query: ModelQuery,
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
