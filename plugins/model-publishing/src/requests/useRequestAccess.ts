import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';
import { KnownPublication } from '../api/usePublication';

/** Asks the publisher of a model for access. */
export function useRequestAccess({
  modelName: model,
  tenantId: tenant,
  cluster,
}: KnownPublication) {
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ asking, reason }: { asking: string; reason: string }) =>
      api.requestAccess(
        { model, tenant, cluster },
        { tenantId: asking, ...(reason && { reason }) },
      ),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
}
