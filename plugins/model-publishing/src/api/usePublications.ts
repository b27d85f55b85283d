import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  ModelPublishingApi,
  modelPublishingApiRef,
} from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** Which publications, in which order. */
export type PublicationQuery = NonNullable<
  Parameters<ModelPublishingApi['listPublications']>[0]
>;

/** One page of the published models that the user may see. */
export function usePublications(query: PublicationQuery) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.publications(query),
    queryFn: () => api.listPublications(query),
    placeholderData: keepPreviousData,
  });
}
