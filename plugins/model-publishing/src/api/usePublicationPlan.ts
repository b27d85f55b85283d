import { useApi } from '@backstage/core-plugin-api';
import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** What publishing would do, asked anew each time that somebody looks: a path that was free may be taken by now. */
export function usePublicationPlan(model: string, config: PublicationConfig) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.plan(model, config),
    queryFn: () => api.planPublication(model, config),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
