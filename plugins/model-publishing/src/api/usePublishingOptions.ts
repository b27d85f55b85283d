import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** Options change with the platform's configuration only, so that forms need not ask again for a while, in milliseconds. */
const OPTIONS_ARE_NEW_MS = 60_000;

/** What may be asked for when publishing; gateways and hostnames only where a tenant is named. */
export function usePublishingOptions(
  place: { tenant?: string; cluster?: string } = {},
) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.publishingOptions(place),
    queryFn: () => api.getPublishingOptions(place),
    staleTime: OPTIONS_ARE_NEW_MS,
  });
}
