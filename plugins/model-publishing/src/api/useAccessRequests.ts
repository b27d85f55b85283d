import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  ModelPublishingApi,
  modelPublishingApiRef,
} from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

export type AccessRequestQuery = Parameters<
  ModelPublishingApi['listAccessRequests']
>[0];

/** One page of requests for access, the newest first. */
export function useAccessRequests(query: AccessRequestQuery) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.accessRequests(query),
    queryFn: () => api.listAccessRequests(query),
    placeholderData: keepPreviousData,
  });
}
