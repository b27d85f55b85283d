import { useApi } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** What is rendered for a publication, as YAML without secrets. */
export function useManifests(ref: PublicationRef) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.manifests(ref),
    queryFn: () => api.getManifests(ref),
  });
}
