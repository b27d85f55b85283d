import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  FoundModel,
  PublicationRef,
} from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** One model, published or not; null when there is none, or none that the user may see. */
export function useModel(ref: PublicationRef) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.model(ref),
    queryFn: async (): Promise<FoundModel | null> => {
      try {
        return await api.getModel(ref);
      } catch (error) {
        if (ResponseError.is(error) && error.statusCode === 404) {
          return null;
        }
        throw error;
      }
    },
  });
}
