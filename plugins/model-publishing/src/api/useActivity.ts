import { useApi } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageRequest } from '../paging/CursorPages';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** One page of what has happened to a publication, or of one kind of it; only its publisher may ask. */
export function useActivity(
  ref: PublicationRef,
  page: PageRequest & { action?: string },
) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.activity(ref, page),
    queryFn: () => api.listActivity(ref, page),
    placeholderData: keepPreviousData,
  });
}
