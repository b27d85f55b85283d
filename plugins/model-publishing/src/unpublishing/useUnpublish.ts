import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';
import { UnpublishedModel } from './UnpublishedModel';

/** Takes a publication off the gateway. */
export function useUnpublish({
  modelName,
  tenantId,
  cluster,
}: UnpublishedModel) {
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.unpublish(modelName, tenantId, { cluster }),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
}
