import { useApi } from '@backstage/core-plugin-api';
import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';

/** Takes a publication off the gateway. */
export function useUnpublish({ modelName, tenantId }: ListedPublication) {
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.unpublish(modelName, tenantId),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
}
